import { parse } from "yaml";
import { authentication, type AuthenticationOptions } from "../../../commands/authentication";
import { tenant, withTenant } from "../../access-text";
import { deployed } from "../deployed";
import { printed } from "../printed";

const { clientId, issuer } = deployed;

const file = (way: string, more = "", login = "") =>
  withTenant(
    `${login}clusters: { ocp: { openshift: { kubeconfig: c, context: ocp, domain: apps.ocp.contoso.com, signIn: ${way} }${more} }, dev: { kubernetes: { kubeconfig: c, context: dev } } }`,
  );
const run = (access: string, options: Partial<AuthenticationOptions> = {}) =>
  printed({ "access.yaml": access }, (path) =>
    Promise.resolve(authentication({ file: path, json: false, cluster: "ocp", clientId, ...options })),
  );
const claims = `, requiredClaims: { tid: ${tenant} }`;

/** As config/v1/types_authentication.go of github.com/openshift/api has it. */
const resource = {
  apiVersion: "config.openshift.io/v1",
  kind: "Authentication",
  metadata: { name: "cluster" },
  spec: {
    type: "OIDC",
    webhookTokenAuthenticator: null,
    oidcProviders: [
      {
        name: "entra",
        issuer: { issuerURL: issuer, audiences: [clientId] },
        claimMappings: {
          username: { claim: "upn", prefixPolicy: "Prefix", prefix: { prefixString: "entra:" } },
          groups: { claim: "groups", prefix: "entra:" },
        },
        claimValidationRules: [{ type: "RequiredClaim", requiredClaim: { claim: "tid", requiredValue: tenant } }],
        oidcClients: [
          { componentName: "cli", componentNamespace: "openshift-console", clientID: clientId },
          {
            componentName: "console",
            componentNamespace: "openshift-console",
            clientID: clientId,
            clientSecret: { name: "entra-console-openshift-console" },
            extraScopes: ["profile", "email"],
          },
        ],
      },
    ],
  },
};

test("an API server that takes ID tokens is told by the resource Authentication, with written prefixes", async () => {
  const { code, stdout } = await run(file("external", claims));
  expect([code, parse(stdout)]).toEqual([0, resource]);
  expect(stdout).toContain("# oc patch authentication.config/cluster --type=merge --patch-file authentication.yaml");
  expect(JSON.parse((await run(file("external", claims), { json: true })).stdout)).toEqual(resource);
});

test("no prefix is written as such, since one that is left out would be the issuer; without a console there is no client of it", async () => {
  const login = "login: { username: { claim: oid, prefix: '' }, groups: { prefix: '' } }\n";
  const { stdout } = await run(file("external, console: false", "", login));
  const [provider] = (parse(stdout) as typeof resource).spec.oidcProviders;
  expect(provider?.claimMappings).toEqual({
    username: { claim: "oid", prefixPolicy: "NoPrefix" },
    groups: { claim: "groups", prefix: "" },
  });
  expect(provider?.oidcClients.map(({ componentName }) => componentName)).toEqual(["cli"]);
  expect(provider).not.toHaveProperty("claimValidationRules");
});

test("ARO is told by the body of its API", async () => {
  const { code, stdout, stderr } = await run(file("external", claims), { format: "aro" });
  const component = (name: string, type: string) => ({
    clientId,
    component: { name, authClientNamespace: "openshift-console" },
    type,
  });
  expect([code, JSON.parse(stdout)]).toEqual([
    0,
    {
      properties: {
        issuer: { url: issuer, audiences: [clientId] },
        claim: {
          mappings: {
            username: { claim: "upn", prefixPolicy: "Prefix", prefix: "entra:" },
            groups: { claim: "groups", prefix: "entra:" },
          },
          validationRules: [{ type: "RequiredClaim", requiredClaim: { claim: "tid", requiredValue: tenant } }],
        },
        clients: [
          component("cli", "Public"),
          { ...component("console", "Confidential"), extraScopes: ["profile", "email"] },
        ],
      },
    },
  ]);
  expect(stderr).toContain("az rest --method put --body @body.json");
});

test("ROSA is told by a command, which reads the secret when it runs", async () => {
  const { code, stdout } = await run(file("rosa-hcp, clusterId: 2a3b4c5d6e7f8g9h", claims));
  expect([code, stdout.trim().split(" \\\n  ")]).toEqual([
    0,
    [
      "rosa create external-auth-provider",
      "--cluster 2a3b4c5d6e7f8g9h",
      "--name entra",
      `--issuer-url ${issuer}`,
      `--issuer-audiences ${clientId}`,
      "--claim-mapping-username-claim upn",
      "--claim-mapping-groups-claim groups",
      `--claim-validation-rule tid:${tenant}`,
      `--console-client-id ${clientId}`,
      `--console-client-secret "$(oc get secret entra-console-openshift-console -n openshift-config -o jsonpath='{.data.clientSecret}' | base64 -d)"`,
    ],
  ]);
  expect((await run(file("rosa-hcp"))).stdout).toContain("--cluster '<name or ID of the cluster>'");
});

const provider = {
  name: "contoso",
  mappingMethod: "add",
  type: "OpenID",
  openID: {
    clientID: clientId,
    clientSecret: { name: "contoso-client-secret" },
    issuer,
    extraScopes: ["profile", "email"],
    claims: { preferredUsername: ["upn"], name: ["name"], email: ["email"], groups: ["groups"] },
  },
};

test("an OAuth server gets one identity provider by a command, in place of the one of that name", async () => {
  const access = file("oauth, provider: contoso, mappingMethod: add");
  const { code, stdout } = await run(access);
  const lines = stdout.trimEnd().split("\n");
  expect([code, lines.filter((line) => !line.startsWith("#"))]).toEqual([
    0,
    [
      "oc get oauth.config/cluster -o json |",
      expect.stringMatching(/^ {2}jq --argjson new '.+' '\.spec\.identityProviders \|= .+' \|$/) as string,
      "  oc replace -f -",
    ],
  ]);
  const [, told = ""] = /--argjson new '([^']+)'/.exec(stdout) ?? [];
  expect(JSON.parse(told)).toEqual(provider);
  expect(JSON.parse((await run(access, { json: true })).stdout)).toEqual(provider);
});

test("where the API server takes ID tokens so far, the OAuth server is given back first, as OpenShift's documentation says", async () => {
  const { stdout } = await run(file("oauth"));
  const back = `oc patch authentication.config/cluster --type=merge -p '{"spec":{"type":"","oidcProviders":null}}'`;
  expect(stdout).toContain(`# ${back}\n`);
  expect(stdout.indexOf(back)).toBeLessThan(stdout.indexOf("oc get oauth.config/cluster -o json |"));
  expect((await run(file("external"))).stdout).not.toContain('oidcProviders":null');
});

test.each([
  [
    "rosa-classic, clusterId: 2a3b4c5d6e7f8g9h",
    {},
    'clusters.ocp is a ROSA classic cluster: the stack "openshift-ocp" tells Red Hat\'s API whom it trusts, and there is nothing to print',
  ],
  ["oauth", { format: "rosa" }, "--format rosa is not for clusters.ocp, whose signIn is oauth; use --format openshift"],
  ["rosa-hcp", { format: "aro" }, "--format aro is not for clusters.ocp, whose signIn is rosa-hcp; use --format rosa"],
  [
    "external",
    { format: "flags" },
    "--format flags is for API servers that you start yourself, and clusters.ocp is an OpenShift cluster; leave the option out",
  ],
  [
    "external",
    { cluster: "dev", format: "aro" },
    '--format aro is for OpenShift clusters, and clusters.dev is of the kind "kubernetes"; leave the option out',
  ],
] as const)("with signIn %s, %j is refused", async (way, options, sentence) => {
  expect(await run(file(way), options)).toEqual({ code: 2, stdout: "", stderr: `${sentence}\n` });
});
