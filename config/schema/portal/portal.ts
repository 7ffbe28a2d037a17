import { z } from "zod";
import { clientSecret } from "../clients/secret";
import { Namespace } from "../names";

/**
 * Releases of KubeRocketCI that the portal's settings are known for, by the tags of github.com/epam/edp-install. Of 3.10 only
 * the last: `issuerUrl` came with 3.10.2, the names of the groups with 3.10.5. Of the others any patch level will do.
 */
export const portalVersions: readonly string[] = ["3.10.5", "3.11", "3.12", "3.13", "3.14", "3.15"];

/** Why a version is none of them, and what to write. */
function whyNot(version: string): string {
  if (version === "3.10" || /^3\.10\.[0-4]$/.test(version)) {
    return 'must be "3.10.5" for release 3.10: older patch levels ignore the groups, and before 3.10.2 also the issuer; upgrade to 3.10.5 first';
  }
  if (/^3\.[0-9](\.|$)/.test(version)) {
    return 'must be "3.10.5" or newer: older charts ignore the issuer and send people to a different one; upgrade KubeRocketCI first';
  }
  const known = `must be one of ${portalVersions.map((known) => `"${known}"`).join(", ")}`;
  const [, minor = "", patch] = /^3\.(\d+)(\.\d+)?$/.exec(version) ?? [];
  if (patch !== undefined && portalVersions.includes(`3.${minor}`)) return `${known}; write "3.${minor}"`;
  return Number(minor) > 15
    ? `${known}; for a newer release, write "3.15" if its chart still accepts what npx entra-eks portal-values prints`
    : known;
}

const label = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
/** What is asked of it, but for the size of the port, as a pattern of JSON Schema. */
const portalUrl = `^[hH][tT][tT][pP][sS]://${label}(\\.${label})*(:[1-9]\\d{0,4})?$`;

const hostLabel = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i;

/** What is wrong with the portal's address, in the words of a mistake; `undefined` if nothing is. */
function mistakeIn(url: string): string | undefined {
  const [, scheme, host = "", port, rest] = /^([a-z]+):\/\/([^/?#:]*)(?::([^/?#]*))?(.*)$/i.exec(url) ?? [];
  if (scheme?.toLowerCase() !== "https") return "must begin with https://, because Entra redirects to no other address";
  if (!host.split(".").every((label) => hostLabel.test(label))) return "must be https:// and a host name";
  if (port !== undefined && !(/^[1-9]\d{0,4}$/.test(port) && Number(port) <= 65535))
    return "must have a port from 1 to 65535";
  if (rest?.startsWith("/")) return "must not have a path or a slash at its end: the portal adds its own path";
  if (rest !== "") return "must not have a query or a fragment";
  // With the longest path of a redirect behind it, Entra's limit of 256 characters.
  if (url.length > 240) return "must be 240 characters or fewer";
  return undefined;
}

const PortalUrl = z
  .string()
  .superRefine((url, context) => {
    const message = mistakeIn(url);
    if (message !== undefined) context.addIssue({ code: "custom", message });
  })
  .meta({ maxLength: 240, pattern: portalUrl });

const group = (what: string) =>
  z
    .string()
    .optional()
    .describe(
      `Key of the group whose members the chart makes ${what} of the portal's namespace. Default: the chart's own.`,
    );

export const Portal = z
  .strictObject({
    cluster: z.string().describe("Key of the cluster that the portal runs on."),
    url: PortalUrl.describe("Address of the portal: https://, a host and perhaps a port, and nothing after it."),
    namespace: Namespace.describe("Namespace of the portal on that cluster. It must exist."),
    version: z
      .string()
      .refine((version) => portalVersions.includes(version), { error: ({ input }) => whyNot(String(input)) })
      .meta({ enum: [...portalVersions] })
      .describe(
        "Release of KubeRocketCI, in quotes. 3.11 to 3.15 stand for every patch level; of 3.10 only 3.10.5 works. Up to 3.12 the portal is edp-headlamp, from 3.13 krci-portal.",
      ),
    groups: z
      .strictObject({
        admin: group("administrators (cluster-admin)"),
        developer: group("developers"),
        viewer: group("viewers"),
      })
      .prefault({})
      .describe("Groups for the chart's own roles. Each needs a grant on the cluster."),
    secret: clientSecret("portal").prefault({}).describe("The portal's client secret."),
  })
  .describe("The KubeRocketCI Portal, which people sign in to with the same application. Default: none.");
