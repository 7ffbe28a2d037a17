import { changedOf, type Changed, type Cost } from "./cost";

/** Definitions of attributes that go, or are made again, and everybody's values with them. */
export function attributes(changed: Changed): Cost[] {
  return (["destroy", "replace"] as const).flatMap((action) =>
    changedOf(changed, "msgraph_resource", action)
      .filter(({ stack, name }) => stack === "login" && name !== "claims-policy")
      .map(({ name }) => ({
        id: "attribute-values-lost",
        sentence: `The attribute ${name} is ${action === "destroy" ? "deleted" : "made again"}, and everybody loses the value of it.`,
      })),
  );
}
