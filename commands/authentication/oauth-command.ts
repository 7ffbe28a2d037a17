import type { oauthProvider } from "../../model/clusters/openshift-oauth";
import { shellWord } from "../terminal/shell-word";
import type { InFormat } from "./in-format";

/**
 * The command that puts an identity provider into the list of an OAuth server: in place of the one of its name, or behind the
 * others. The list has no keys, so no patch can find an entry by its name; `oc replace` refuses a list that somebody changed
 * meanwhile.
 */
export function oauthCommand(provider: ReturnType<typeof oauthProvider>): InFormat {
  const { name } = provider;
  const lines = [
    ...backToOAuth,
    `# This puts the identity provider ${name} into the list of the OAuth server: in place of the one of that name, or behind the others, which stay.`,
    "# It needs oc and jq. Run it again after each change; it never makes a second one. If somebody else changed the list meanwhile, it refuses, and you run it once more.",
    "oc get oauth.config/cluster -o json |",
    `  jq --argjson new ${shellWord(JSON.stringify(provider))} ${shellWord(replacing)} |`,
    "  oc replace -f -",
  ];
  return { value: provider, text: lines.join("\n") };
}

/** docs.redhat.com, OpenShift Container Platform 4.20, "Disabling direct authentication". The type "" is IntegratedOAuth. */
const backToOAuth = [
  "# Only if the API server takes ID tokens now (oc get authentication.config/cluster -o jsonpath={.spec.type} prints OIDC): it has no OAuth server then. With a kubeconfig that has a client certificate, give it back first:",
  `# oc patch authentication.config/cluster --type=merge -p '{"spec":{"type":"","oidcProviders":null}}'`,
  "# Wait until all nodes have it, for 20 minutes or more: oc get clusteroperator kube-apiserver",
];

/** The first of that name gives its place, since people are asked in this order. */
const replacing = `.spec.identityProviders |= ((. // []) | ((map(.name) | index($new.name)) // length) as $at | .[:$at] + [$new] + (.[$at:] | map(select(.name != $new.name))))`;
