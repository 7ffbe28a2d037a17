import { parse } from "yaml";
import { authentication, type AuthenticationOptions } from "../../commands/authentication";
import { tenant, withTenant } from "../access-text";
import { deployed, stateOf } from "./deployed";
import { printed } from "./printed";

const { clientId, issuer } = deployed;
const cluster = "kubernetes: { kubeconfig: dev.yaml, context: kind-dev }";

const accessWith = (more = "", login = "") =>
  withTenant(`
${login}groups: { devs: { members: [ada@contoso.com] } }
clusters:
  dev:
    ${cluster}
${more}    grants: [{ group: devs, clusterRole: edit, namespaces: [team-a] }]
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants: [{ group: devs, clusterRole: edit, namespaces: [team-a] }]
`);
const twoClaims = `    requiredClaims: { tid: ${tenant}, ver: "2.0" }\n`;

type Asked = Partial<AuthenticationOptions> & { readonly access?: string; readonly files?: Record<string, string> };

const run = ({ access = accessWith(), files = {}, ...options }: Asked) =>
  printed({ "access.yaml": access, ...files }, (file) =>
    Promise.resolve(
      authentication({ file, json: false, format: "authentication-config", cluster: "dev", clientId, ...options }),
    ),
  );
const refused = async (asked: Asked) => {
  const { code, stdout, stderr } = await run(asked);
  expect([code, stdout]).toEqual([2, ""]);
  return stderr;
};
const flagsOf = async (asked: Asked) => (await run({ format: "flags", ...asked })).stdout.trim().split("\n");

const jwt = {
  issuer: { url: issuer, audiences: [clientId] },
  claimMappings: { username: { claim: "upn", prefix: "entra:" }, groups: { claim: "groups", prefix: "entra:" } },
  userValidationRules: [
    { expression: "!user.username.startsWith('system:')", message: "a user name must not begin with system:" },
    {
      expression: "user.groups.all(group, !group.startsWith('system:'))",
      message: "a group must not begin with system:",
    },
  ],
};

test("the file has issuer, audience, mappings with written prefixes, required claims and user rules; --json the same", async () => {
  const file = { apiVersion: "apiserver.config.k8s.io/v1", kind: "AuthenticationConfiguration", jwt: [jwt] };
  const { code, stdout, stderr } = await run({});
  expect([code, stderr, parse(stdout)]).toEqual([0, "", file]);
  expect(JSON.parse((await run({ json: true })).stdout)).toEqual(file);

  const login = "login: { username: { claim: oid, prefix: '' }, groups: { prefix: '' } }\n";
  const other = parse((await run({ access: accessWith(twoClaims, login) })).stdout) as typeof file;
  expect(other.jwt).toEqual([
    {
      ...jwt,
      claimMappings: { username: { claim: "oid", prefix: "" }, groups: { claim: "groups", prefix: "" } },
      claimValidationRules: [
        { claim: "tid", requiredValue: tenant },
        { claim: "ver", requiredValue: "2.0" },
      ],
    },
  ]);
});

test("versions from 1.30 to 1.33 get v1beta1, and older ones are sent to the flags", async () => {
  const version = async (kubernetes: string) =>
    (parse((await run({ kubernetes })).stdout) as { apiVersion: string }).apiVersion;
  expect(await version("1.30")).toBe("apiserver.config.k8s.io/v1beta1");
  expect(await version("v1.33.4")).toBe("apiserver.config.k8s.io/v1beta1");
  expect(await version("1.34")).toBe("apiserver.config.k8s.io/v1");
  expect(await version("1.38")).toBe("apiserver.config.k8s.io/v1");
  expect(await refused({ kubernetes: "1.29" })).toBe(
    "Kubernetes 1.29 reads no AuthenticationConfiguration: 1.30 is the first; use --format flags\n",
  );
});

test("flags say the same one to a line; no prefix is a -, and a required claim is a flag each", async () => {
  const usual = [`--oidc-issuer-url=${issuer}`, `--oidc-client-id=${clientId}`];
  expect(await flagsOf({ access: accessWith(twoClaims) })).toEqual([
    ...usual,
    "--oidc-username-claim=upn",
    "--oidc-username-prefix=entra:",
    "--oidc-groups-claim=groups",
    "--oidc-groups-prefix=entra:",
    `--oidc-required-claim=tid=${tenant}`,
    "--oidc-required-claim=ver=2.0",
  ]);
  const bare = accessWith("", "login: { username: { claim: email, prefix: '' }, groups: { prefix: '' } }\n");
  expect(await flagsOf({ access: bare })).toEqual([
    ...usual,
    "--oidc-username-claim=email",
    "--oidc-username-prefix=-",
    "--oidc-groups-claim=groups",
  ]);
});

test("flags that leave the names of Kubernetes open say so, and only they", async () => {
  const open = accessWith("", "login: { groups: { prefix: '' } }\n");
  const said = async (asked: Asked) => (await run(asked)).stderr;
  expect(await said({ access: open, format: "flags" })).toMatch(/^Flags do not refuse names that begin with system:/);
  expect(await said({ access: open, format: "k3s", kubernetes: "1.29" })).toMatch(/^Flags do not refuse/);
  expect(await said({ access: open })).toBe("");
  expect(await said({ access: open, format: "k3s" })).toBe("");
  expect(await said({ format: "flags" })).toBe("");
});

test("the client ID comes from the state of login unless it is given", async () => {
  const files = { "state/login.tfstate": stateOf({ client_id: clientId, issuer_url: issuer }) };
  const audiences = async (asked: Asked) =>
    (parse((await run(asked)).stdout) as { jwt: [typeof jwt] }).jwt[0].issuer.audiences;
  expect(await audiences({ files, clientId: undefined })).toEqual([clientId]);
  expect(await audiences({ files, clientId: tenant.toUpperCase() })).toEqual([tenant]);
  expect(await refused({ clientId: undefined })).toMatch(/^The stack "login" is not deployed/);
  expect(await refused({ clientId: "kubectl" })).toBe(
    '--client-id must be the client ID of the login application, a GUID, got "kubectl"\n',
  );
});

test("a cluster that is not there, is absent, or is set up by AWS is told in one sentence", async () => {
  expect(await refused({ cluster: "prodd" })).toBe(
    '--cluster must name a cluster of the access file, got "prodd"; did you mean "prod"?\n',
  );
  expect(await refused({ access: accessWith("    state: absent\n") })).toMatch(/^clusters\.dev has state: absent /);
  expect(await refused({ cluster: "prod" })).toBe(
    'clusters.prod is an EKS cluster: the stack "eks-prod" tells AWS what to trust, and nobody can set the flags of its API server\n',
  );
  expect(await refused({ kubernetes: "newest" })).toBe('--kubernetes must be a version such as 1.34, got "newest"\n');
});

const github = `    kubernetes:
      kubeconfig: dev.yaml
      context: kind-dev
      groupsClaims: [roles]
      issuers:
        - url: https://token.actions.githubusercontent.com
          audience: https://kubernetes.contoso.com
          username: { prefix: "github:" }
          requiredClaims: { repository_owner: contoso }
`;
const withMore = accessWith().replace(`    ${cluster}\n`, github);

test("further issuers and claims of groups stand in the file, and flags cannot say them", async () => {
  const { jwt: all } = parse((await run({ access: withMore })).stdout) as { jwt: (typeof jwt)[] };
  expect(all).toMatchObject([
    {
      issuer: { url: issuer },
      claimMappings: { groups: { expression: expect.stringContaining('"entra:roles:" + group') as string } },
    },
    {
      issuer: { url: "https://token.actions.githubusercontent.com", audiences: ["https://kubernetes.contoso.com"] },
      claimValidationRules: [{ claim: "repository_owner", requiredValue: "contoso" }],
      claimMappings: { username: { claim: "sub", prefix: "github:" } },
      userValidationRules: jwt.userValidationRules,
    },
  ]);
  expect(all[1]?.claimMappings).not.toHaveProperty("groups");
  const several =
    "The --oidc-* flags cannot say what the access file says, because they know one issuer, and this cluster has several";
  expect(await refused({ access: withMore, format: "flags" })).toBe(`${several}; use --format authentication-config\n`);
  expect(await refused({ access: withMore, format: "kind", kubernetes: "1.29" })).toBe(
    `${several}; Kubernetes 1.29 has nothing else\n`,
  );
  const roles = accessWith().replace("context: kind-dev", "context: kind-dev, groupsClaims: [roles]");
  expect(await refused({ access: roles, format: "flags" })).toMatch(/because they read groups from one claim, /);
});

test("what flags would change without a word is refused", async () => {
  const attribute = "attributes: { team: {} }\n";
  const spaces = accessWith('    requiredClaims: { team: "platform " }\n', attribute);
  expect(await refused({ access: spaces, format: "flags" })).toMatch(
    /because they take the spaces at the ends of the required claim team away; use --format authentication-config$/m,
  );
  expect((await run({ access: spaces })).code).toBe(0);
  for (const format of ["kind", "kubeadm"] as const) {
    expect(await refused({ access: accessWith(twoClaims), format, kubernetes: "1.29" })).toMatch(
      /^kubeadm v1beta3 takes each flag once, and --oidc-required-claim is needed for each required claim/,
    );
  }
  expect((await run({ access: accessWith(twoClaims), format: "k3s", kubernetes: "1.29" })).code).toBe(0);
});
