import type { Portal } from "../../../config/schema/access";
import { portalVersions } from "../../../config/schema/portal/portal";
import { portalValues } from "../../../model/portal/portal-values";
import { accessOf, withGrants } from "../../access-text";
import charts from "../../fixtures/portal-chart-keys.json";

const objectId = "0f4d6f0e-1111-4a41-9a43-0d6f4b9f2c11";

function valuesOf(version: string, issuer: "v1" | "v2" = "v2") {
  const portal = accessOf(`${withGrants("[{ group: devs, clusterRole: view }]")}portal:
  cluster: prod
  url: https://portal.example.com
  namespace: krci
  version: "${version}"
  groups: { admin: devs, developer: devs, viewer: devs }
`).portal as Portal;
  const groupNames = { devs: `entra:${objectId}` };
  return portalValues({ portal, issuerUrl: "https://issuer", clientId: "client", issuer, groupNames });
}

/** Every key that holds no map, as `krci-portal.configEnv.PORTAL_URL`. */
function leaves(value: object): string[] {
  return Object.entries(value).flatMap(([key, inside]: [string, unknown]) =>
    typeof inside === "object" && inside !== null && !Array.isArray(inside)
      ? leaves(inside).map((rest) => `${key}.${rest}`)
      : [key],
  );
}

test("a chart stands here for each release, in its oldest patch level", () => {
  expect(Object.keys(charts).sort()).toEqual([...portalVersions].sort());
  const patch = (version: string) => (version === "3.10.5" ? version : `${version}.0`);
  expect(Object.values(charts).map(({ source }) => source)).toEqual(
    Object.keys(charts).map((version) => `github.com/epam/edp-install v${patch(version)} deploy-templates/values.yaml`),
  );
});

test.each(Object.entries(charts))("the chart of %s knows every key", (version, { keys, commentedOut }) => {
  expect(leaves(valuesOf(version)).filter((key) => ![...keys, ...commentedOut].includes(key))).toEqual([]);
});

test("groups are named by their prefixed object IDs, as the API server knows them", () => {
  const name = `entra:${objectId}`;
  const global = { adminGroupName: name, developerGroupName: name, viewerGroupName: name };
  expect(valuesOf("3.12")).toMatchObject({ global });
  expect(valuesOf("3.13")).toMatchObject({ global });
});

test("up to 3.12 the portal is edp-headlamp, from 3.13 krci-portal", () => {
  expect(valuesOf("3.12")).toMatchObject({
    "edp-headlamp": {
      enabled: true,
      config: { oidc: { issuerUrl: "https://issuer", clientSecretName: "keycloak-client-headlamp-secret" } },
    },
  });
  expect(valuesOf("3.12")).not.toHaveProperty("krci-portal");
  expect(valuesOf("3.13")).toMatchObject({
    "krci-portal": {
      configEnv: { OIDC_ISSUER_URL: "https://issuer", OIDC_CLIENT_ID: "client" },
      extraEnvFrom: [{ secretRef: { name: "portal-secret" } }, { configMapRef: { name: "portal-config" } }],
    },
  });
  expect(valuesOf("3.13")).not.toHaveProperty("edp-headlamp");
});

test("on v2 the portal asks for a refresh token; a refreshed v1 token would be of no use", () => {
  const scope = (OIDC_SCOPE: string) => ({ "krci-portal": { configEnv: { OIDC_SCOPE } } });
  expect(valuesOf("3.15")).toMatchObject(scope("openid profile email offline_access"));
  expect(valuesOf("3.15", "v1")).toMatchObject(scope("openid profile email"));
});
