import type { Access } from "../../config/schema/access";
import { own } from "../own";
import { secretSettings } from "./client";
import { clientSecretOf } from "./client-secret";
import { externalSecret } from "./external-secret";
import type { ClientProps } from "./preset";
import { storedInAws } from "./stored-in-aws";

/** Manifests for the External Secrets Operator; nothing for a client whose secret is not in AWS Secrets Manager. */
export function clientManifests({ clusters }: Pick<Access, "clusters">, props: ClientProps) {
  const { name, client } = props;
  const stored = storedInAws(own(clusters, client.cluster), secretSettings(client)?.store);
  if (stored === undefined) return undefined;
  return externalSecret({
    secret: clientSecretOf(props),
    namespace: client.namespace,
    store: `entra-eks-client-${name}`,
    storeName: stored.name,
    region: stored.cluster.eks.region,
  });
}
