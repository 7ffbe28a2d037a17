import { takesOthers, tokensOf } from "../../../model/clusters/tokens-of";
import { own } from "../../../model/own";
import type { Warning } from "../warning";

/** Of a client without a preset nobody knows whether it shows people's tokens to the API server; with a preset that does, it is a mistake. */
export const tokenNotTaken: Warning = function* ({ clients, clusters }) {
  for (const [name, { preset, cluster: key }] of Object.entries(clients)) {
    const issuing = tokensOf(own(clusters, key));
    if (preset !== undefined || issuing === "login") continue;
    yield [
      ["clients", name, "cluster"],
      `names a cluster that takes no tokens of the login: ${takesOthers[issuing]}`,
      "The client can sign people in, but the API server refuses their tokens if it passes them on. If it judges by roles of its own, accept this warning.",
    ];
  }
};
