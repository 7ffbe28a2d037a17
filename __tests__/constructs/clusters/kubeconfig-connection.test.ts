import { withTenant } from "../../access-text";
import { directory, synth } from "../../synth";

/** How RBAC reaches a cluster, by either kind that has a kubeconfig. */
const connections = (kubeconfig: string) =>
  [
    `eks: { name: prod-eks, region: eu-central-1, credentials: { kubeconfig: "${kubeconfig}", context: "a%{b}" } }`,
    `kubernetes: { kubeconfig: "${kubeconfig}", context: "a%{b}" }`,
  ].map((kind) => synth(withTenant(`clusters: { prod: { ${kind} } }`)).find("rbac-prod", "provider")["kubernetes"]);

test.each([
  ["kube/config", `${directory}/kube/config`],
  ["../config", "/srv/config"],
  ["/etc/kube/config", "/etc/kube/config"],
  ["~/.kube/config", "~/.kube/config"],
  ["${x}", `${directory}/$\${x}`],
])("a kubeconfig at %s is %s for Terraform, wherever it runs", (kubeconfig, path) => {
  const connection = [{ config_path: path, config_context: "a%%{b}" }];
  expect(connections(kubeconfig)).toEqual([connection, connection]);
});
