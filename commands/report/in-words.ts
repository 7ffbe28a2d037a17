import { onceFor } from "../../model/once-for";
import type { ReportHolder, ReportHolding } from "../../model/rbac/report";
import { roleInWords, whereInWords } from "../rbac/in-words";
import type { ReportLine } from "./line";
import type { Order } from "./order";

/** Who it is: a guest is marked, and so is whoever the file does not name. */
export function holderInWords({ name, kind }: Pick<ReportHolder, "name" | "kind">): string {
  if (kind === "person") return name;
  return kind === "guest" ? `${name} (guest)` : `whoever else is in ${name}`;
}

/** The group of the grant, and the one in it that lists the person. */
const throughInWords = ({ grant: { group }, listedIn }: ReportHolding) =>
  group === listedIn ? group : `${group}, by ${listedIn}`;

/** What the person gets of it: nothing from a cluster that refuses the token, or does not know the group. */
function levelInWords({ holder: { refused, withoutGroups }, holding, level }: ReportLine): string {
  const { cluster } = holding.grant;
  if (refused.has(cluster)) return "cannot sign in";
  return withoutGroups.has(cluster) ? "no groups there" : level;
}

// A grant may be told for hundreds of people.
const roleOf = onceFor(roleInWords);
const whereOf = onceFor((namespaces: readonly string[]) => whereInWords(namespaces));
const everywhere = whereInWords(undefined);

/** A column of a report for people. */
export interface Column {
  readonly title: string;
  readonly of: (line: ReportLine) => string;
}

/**
 * The columns, with the one first by which the lines are sorted.
 *
 * @param place the place of a grant in the file
 */
export function columnsBy(by: Order, place: (path: readonly (string | number)[]) => string): Column[] {
  const columns: Readonly<Record<Order | "level" | "group" | "grant", Column>> = {
    person: { title: "person", of: ({ holder }) => holderInWords(holder) },
    cluster: { title: "cluster", of: ({ holding }) => holding.grant.cluster },
    level: { title: "level", of: levelInWords },
    role: { title: "role", of: ({ holding }) => roleOf(holding.grant.role) },
    namespace: {
      title: "where",
      of: ({ namespaces }) => (namespaces === undefined ? everywhere : whereOf(namespaces)),
    },
    group: { title: "through", of: ({ holding }) => throughInWords(holding) },
    grant: { title: "grant", of: ({ holding }) => place(holding.grant.at) },
  };
  const { [by]: first, ...others } = columns;
  return [first, ...Object.values(others)];
}
