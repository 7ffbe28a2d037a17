import { withGrants } from "./access-text";

/** A file with clients on its one cluster; each is a flow map without what all of them have. */
export function withClients(clients: Readonly<Record<string, string>>, rest = ""): string {
  const entries = Object.entries(clients).map(
    ([name, keys]) => `  ${name}: { cluster: prod, namespace: ${name}, ${keys} }\n`,
  );
  return `${withGrants("[{ group: devs, clusterRole: view }]")}clients:\n${entries.join("")}${rest}`;
}

export const headlamp = 'preset: headlamp, url: "https://headlamp.contoso.com"';
export const krciPortal = 'preset: krci-portal, url: "https://krci.contoso.com"';
export const argocd = 'preset: argocd, url: "https://argocd.contoso.com", groups: { admin: [devs] }';
