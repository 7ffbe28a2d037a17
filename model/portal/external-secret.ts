import type { ChartSecret } from "./portal";

export interface ExternalSecretProps {
  readonly secret: ChartSecret;
  readonly namespace: string;
  /** Name in AWS Secrets Manager. */
  readonly storeName: string;
  readonly region: string;
}

const apiVersion = "external-secrets.io/v1";
const store = "entra-eks-portal";

/**
 * Manifests for the External Secrets Operator, which makes of them the Secret that the chart reads: all keys of one JSON
 * object, as in deploy-templates/templates/external-secrets of KubeRocketCI/krci-portal. The chart's own SecretStore asks the
 * Parameter Store, so this one comes along; the operator signs in to AWS as it does for itself.
 */
export function externalSecret({ secret, namespace, storeName, region }: ExternalSecretProps) {
  return [
    {
      apiVersion,
      kind: "SecretStore",
      metadata: { name: store, namespace },
      spec: { provider: { aws: { service: "SecretsManager", region } } },
    },
    {
      apiVersion,
      kind: "ExternalSecret",
      metadata: { name: secret.name, namespace },
      spec: {
        refreshInterval: "1h",
        secretStoreRef: { kind: "SecretStore", name: store },
        target: { name: secret.name },
        dataFrom: [{ extract: { key: storeName } }],
      },
    },
  ];
}
