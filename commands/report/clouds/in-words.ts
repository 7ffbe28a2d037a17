import { actions, type Action } from "./address-change";
import type { CloudChanges } from "./cloud-changes";

/** As Terraform marks them in a plan. */
export const marks: Readonly<Record<Action, string>> = {
  create: "+",
  update: "~",
  replace: "-/+",
  destroy: "-",
  forget: ".",
};

const done: Readonly<Record<Action, string>> = {
  create: "created",
  update: "updated",
  replace: "replaced",
  destroy: "destroyed",
  forget: "let go",
};

/** `1 address replaced, 2 updated`; the worst first. */
export function countsInWords({ counts }: Pick<CloudChanges, "counts">): string {
  const worstFirst: readonly Action[] = [
    "replace",
    "destroy",
    ...actions.filter((one) => !/^(replace|destroy)$/.test(one)),
  ];
  const parts = worstFirst.flatMap((action) =>
    counts[action] === 0 ? [] : [`${String(counts[action])} ${done[action]}`],
  );
  const [first, ...rest] = parts;
  if (first === undefined) return "no address changes";
  return [first.replace(/^(\d+)/, (count) => `${count} ${count === "1" ? "address" : "addresses"}`), ...rest].join(
    ", ",
  );
}

/** Whether nothing is to be deployed, or to be done besides. */
export const isNothing = ({ stacks, costs, leftBehind, unforeseen, command }: CloudChanges) =>
  [stacks, costs, leftBehind, unforeseen].every(({ length }) => length === 0) && command === null;
