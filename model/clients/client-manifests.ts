import type { Access } from "../../config/schema/access";
import { own } from "../own";
import { secretSettings } from "./client";
import { clientSecretOf } from "./client-secret";
import { externalSecret } from "./external-secret";
import type { ClientProps } from "./preset";

/** Manifests for the External Secrets Operator; nothing for a client whose secret is not in AWS Secrets Manager. */
export function clientManifests({ clusters }: Pick<Access, "clusters">, props: ClientProps) {
  const { name, client } = props;
  const store = secretSettings(client)?.store;
  const eks = own(clusters, client.cluster)?.eks;
  if (typeof store !== "object" || eks === undefined) return undefined;
  return externalSecret({
    secret: clientSecretOf(props),
    namespace: client.namespace,
    store: `entra-eks-client-${name}`,
    storeName: store.secretsManager,
    region: eks.region,
  });
}
