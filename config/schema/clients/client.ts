import { z } from "zod";
import { didYouMeanWord } from "../../text/suggestion";
import { Namespace } from "../names";
import { clientSecret } from "./secret";
import { ClientUrl, RedirectUrl } from "./web-url";

/** Web applications whose callback, Secret and settings this program knows: model/clients/presets. */
export const presets = ["headlamp", "kiali", "argocd", "grafana", "kubernetes-dashboard", "krci-portal"] as const;

/** What is said of a preset that there is none of: the one that was meant, or how the client goes without. */
function notAmong(preset: unknown): string {
  const known = `must be one of ${presets.map((name) => `"${name}"`).join(", ")}`;
  const meant = typeof preset === "string" ? didYouMeanWord(preset, presets) : undefined;
  return `${known}; ${meant ?? "for another web application leave preset out, and write its callback"}`;
}

const Secret = clientSecret("client");

/** What holds where the file says nothing of the secret. */
export const usualSecret = Secret.parse({});

const groups = (what: string) =>
  z
    .array(z.string(), { error: "must be a list of groups" })
    .default([])
    .describe(`Keys of the groups whose members become ${what}.`);

export const Client = z
  .strictObject({
    preset: z
      .enum(presets, { error: ({ input }) => notAmong(input) })
      .optional()
      .describe(
        "The web application that it is. The preset knows its callback, its Secret and its settings. Default: none, so callback must be given.",
      ),
    cluster: z.string().describe("Key of the cluster that the client runs on."),
    url: ClientUrl.describe("Address of the client in the browser: https://, a host, perhaps a port and a path."),
    namespace: Namespace.describe("Namespace of the client on that cluster. It must exist."),
    callback: RedirectUrl.optional().describe(
      "Where Entra sends people back to after they signed in. Default: the preset's path behind url.",
    ),
    logout: RedirectUrl.optional().describe(
      "Where Entra sends people back to after they signed out, if the client asks for it. Default: nowhere.",
    ),
    secret: Secret.optional().describe(
      "The client secret, in the client's own state. Default: 180 days, 30 of them beside the next one, in a Kubernetes Secret.",
    ),
    public: z
      .enum(["spa", "native"])
      .optional()
      .describe(
        "For a client that signs people in with PKCE and without a secret. spa: its code runs in the browser. native: its server or a program redeems the code. Default: it has a secret.",
      ),
    groups: z
      .strictObject({
        admin: groups("administrators"),
        editor: groups("editors"),
        viewer: groups("viewers"),
      })
      .prefault({})
      .describe("Groups for the client's own roles. Only argocd and grafana have roles of their own."),
  })
  .describe("One web application that people sign in to with the same Entra application.");
