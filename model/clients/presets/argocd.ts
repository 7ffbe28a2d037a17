import { issuerUrl } from "../../login/login";
import { groupIds } from "../group-ids";
import { secretName } from "../client";
import type { ClientRole, Preset } from "../preset";

/** The two roles that are built in: docs/operator-manual/rbac.md. */
const builtIn: Readonly<Partial<Record<ClientRole, string>>> = { admin: "role:admin", viewer: "role:readonly" };

/**
 * Argo CD asks the API server as itself: what people may do, its own RBAC says by the object IDs of their groups. github.com/argoproj/argo-cd,
 * docs/operator-manual/user-management/microsoft.md, and index.md for `$<secret>:<key>` with the label. Values of its chart:
 * github.com/argoproj/argo-helm, charts/argo-cd. Who redeems a code without a secret, its server or the browser, differs from release to release,
 * so it has one.
 */
export const argocd: Preset = {
  title: "Argo CD",
  callback: "/auth/callback",
  passesToken: false,
  roles: ["admin", "viewer"],
  // Whoever may apply anything with Argo CD does it as Argo CD: manifests/cluster-rbac.
  adminsAreClusterAdmin: true,
  // `argocd login --sso`: cmd/argocd/commands/login.go.
  cliRedirects: ["http://localhost:8085/auth/callback"],
  secretKeys: () => ({ "client-secret": "clientSecret" }),
  secretLabels: { "app.kubernetes.io/part-of": "argocd" },
  values: (props) => {
    const { name, client, access, clientId } = props;
    const lines = groupIds(props).map(([role, id]) => `g, "${id}", ${builtIn[role] ?? role}`);
    const oidc = {
      name: "Microsoft Entra ID",
      issuer: issuerUrl(access),
      clientID: clientId,
      clientSecret: `$${secretName(name)}:client-secret`,
      requestedScopes: ["openid", "profile", "email"],
    };
    return {
      configs: {
        // YAML takes JSON.
        cm: { url: client.url, "oidc.config": JSON.stringify(oidc, undefined, 2) },
        rbac: { "policy.default": "", "policy.csv": `${lines.join("\n")}\n`, scopes: "[groups]" },
      },
    };
  },
};
