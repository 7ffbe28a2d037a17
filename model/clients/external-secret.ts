import type { ClientSecret } from "./client-secret";

export interface ExternalSecretProps {
  /** The Secret that the operator makes. */
  readonly secret: Pick<ClientSecret, "name" | "labels">;
  readonly namespace: string;
  /** Name of the SecretStore, which is made too. */
  readonly store: string;
  /** Name in AWS Secrets Manager. */
  readonly storeName: string;
  readonly region: string;
}

const apiVersion = "external-secrets.io/v1";

/**
 * Manifests for the External Secrets Operator, which makes of them the Secret that a client reads: all keys of one JSON
 * object, as in deploy-templates/templates/external-secrets of KubeRocketCI/krci-portal. That chart's own SecretStore asks the
 * Parameter Store, so this one comes along; the operator signs in to AWS as it does for itself.
 */
export function externalSecret({ secret, namespace, store, storeName, region }: ExternalSecretProps) {
  const { name, labels } = secret;
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
      metadata: { name, namespace },
      spec: {
        refreshInterval: "1h",
        secretStoreRef: { kind: "SecretStore", name: store },
        target: { name, ...(labels === undefined ? {} : { template: { metadata: { labels } } }) },
        dataFrom: [{ extract: { key: storeName } }],
      },
    },
  ];
}
