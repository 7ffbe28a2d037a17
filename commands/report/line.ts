import type { Access } from "../../config/schema/access";
import { grouped } from "../../model/grouped";
import { levelIn, type Level } from "../../model/rbac/level";
import type { Report, ReportHolder, ReportHolding } from "../../model/rbac/report";
import type { Order } from "./order";

/** One line of a report: a grant that somebody has; sorted by namespace, its part in one of them. */
export interface ReportLine {
  readonly holder: ReportHolder;
  readonly holding: ReportHolding;
  /**
   * Where it holds.
   *
   * @default - the whole cluster
   */
  readonly namespaces: readonly string[] | undefined;
  readonly level: Level;
}

/** Every line of a report, in the order that is asked for; within it by people, and by the order of the file. */
export function linesOf(access: Pick<Access, "roles">, { holders }: Report, by: Order): ReportLine[] {
  const lines = holders.flatMap((holder) =>
    holder.held.map((holding): ReportLine => {
      const { namespaces, level } = holding.grant;
      return { holder, holding, namespaces, level };
    }),
  );
  if (by === "person") return lines;
  const split = by === "namespace" ? lines.flatMap((line) => eachNamespace(access, line)) : lines;
  const byKey = [...grouped(split, keys[by])];
  return byKey.sort(([one], [other]) => (one < other ? -1 : 1)).flatMap(([, ofKey]) => ofKey);
}

const keys: Readonly<Record<Exclude<Order, "person">, (line: ReportLine) => string>> = {
  cluster: ({ holding }) => holding.grant.cluster,
  role: ({ holding: { grant } }) => `${grant.role.name} ${grant.role.kind} ${grant.cluster}`,
  // What holds on the whole cluster comes first.
  namespace: ({ namespaces, holding }) => `${namespaces?.[0] ?? ""} ${holding.grant.cluster}`,
};

function eachNamespace(access: Pick<Access, "roles">, line: ReportLine): ReportLine[] {
  const level = (name: string) => levelIn(access, line.holding.grant.role, [name]);
  return line.namespaces?.map((name) => ({ ...line, namespaces: [name], level: level(name) })) ?? [line];
}
