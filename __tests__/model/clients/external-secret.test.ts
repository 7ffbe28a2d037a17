import { externalSecret } from "../../../model/clients/external-secret";
import { portalSecret } from "../../../model/portal/portal";

const of = (version: "3.12" | "3.15") =>
  externalSecret({
    secret: portalSecret({ version }),
    namespace: "krci",
    store: "entra-eks-portal",
    storeName: "krci/portal",
    region: "eu-central-1",
  });

test.each([
  ["3.12", "keycloak-client-headlamp-secret"],
  ["3.15", "portal-secret"],
] as const)(
  "the operator makes the Secret that the chart of %s reads, with every key of the stored one",
  (version, name) => {
    expect(of(version)[1]).toMatchObject({
      kind: "ExternalSecret",
      metadata: { name, namespace: "krci" },
      spec: {
        secretStoreRef: { kind: "SecretStore", name: "entra-eks-portal" },
        dataFrom: [{ extract: { key: "krci/portal" } }],
      },
    });
  },
);

test("its store asks Secrets Manager in the cluster's region", () => {
  expect(of("3.15")[0]).toMatchObject({
    kind: "SecretStore",
    metadata: { name: "entra-eks-portal", namespace: "krci" },
    spec: { provider: { aws: { service: "SecretsManager", region: "eu-central-1" } } },
  });
});
