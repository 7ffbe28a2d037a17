import { changedOf, type Changed, type Cost } from "./cost";

/** Client secrets that are made out of turn, which the access file asks for. */
export function secrets(changed: Changed): Cost[] {
  const rotated = changedOf(changed, "time_static", "replace")
    .filter(({ name }) => name === "forced")
    .map(({ stack }) => stack);
  return [
    ...(rotated.includes("portal")
      ? [
          {
            id: "portal-secret-rotated",
            sentence:
              "The portal gets a new client secret: restart it afterwards. The secret before works on until it ends.",
          },
        ]
      : []),
    ...rotated
      .filter((stack) => stack.startsWith("client-"))
      .map((stack) => ({
        id: "client-secret-rotated",
        sentence: `The client ${stack.slice("client-".length)} gets a new client secret: restart it afterwards. The secret before works on until it ends.`,
      })),
    ...(rotated.includes("credentials")
      ? [
          {
            id: "kubectl-secret-rotated",
            sentence:
              "kubectl gets a new client secret: give everybody a new kubeconfig. The secret before works on until it ends.",
          },
        ]
      : []),
  ];
}
