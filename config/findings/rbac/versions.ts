import type { Danger } from "../../../model/rbac/danger";

/** The dangers by name, each with the versions of Kubernetes in which it holds if these are not all. */
export function versionsInWords(dangers: readonly Pick<Danger, "name" | "kubernetes">[]): string {
  const names = dangers.map(({ name, kubernetes }) =>
    kubernetes === "all" ? name : `${name} (Kubernetes versions: ${kubernetes})`,
  );
  return dangers.length === 1 ? `The danger is ${names.join("")}.` : `The dangers are ${names.join(", ")}.`;
}
