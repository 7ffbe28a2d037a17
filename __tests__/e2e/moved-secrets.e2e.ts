import { sandboxContext } from "../../sandbox/clusters/kubernetes/kubeconfig";
import { accessOf, withTenant } from "../access-text";
import { missingMirrors } from "./cdktf";
import { expectNothingMade } from "./nothing-left";
import { OperatorFolder } from "./operator-folder";
import { SecretsManager } from "./secrets-manager";
import { testWorld } from "./test-world";
import { missingPartsOfPortal } from "./world";

interface Told {
  readonly attributes?: string;
  readonly credentials?: string;
  readonly store?: string;
}

const text = ({ credentials = "ephemeral", store = "kubernetes", attributes = "{}" }: Told = {}) =>
  withTenant(`
directory: { lookup: each }
attributes: ${attributes}
groups:
  devs: { members: [ada@contoso.com] }
login: { protect: false, consent: manual }
clusters:
  c0:
    eks: { name: c0-eks, region: eu-central-1, credentials: ${credentials} }
    grants: [{ group: devs, clusterRole: view, namespaces: [team-a] }]
clients:
  web:
    cluster: c0
    url: https://web.contoso.com
    callback: https://web.contoso.com/back
    namespace: web
    secret: { store: ${store} }
terraform: { providers: { aws: ">= 5.0" } }
`);
/** Whatever tenant the environment names, the access file's is meant. */
const elsewhere = "5b1f0c5e-1c0e-4a0b-9d0a-2f6f3a1d7e10";
const inAws = "{ secretsManager: prod/web }";

const { real, world } = testWorld(accessOf(text()), { missing: [...missingPartsOfPortal(), ...missingMirrors()] });
const aws = new SecretsManager();
let made: OperatorFolder | undefined;
const operator = async (): Promise<OperatorFolder> =>
  (made ??= new OperatorFolder(world.sandbox, {
    AWS_ENDPOINT_URL_SECRETS_MANAGER: await aws.start(),
    ARM_TENANT_ID: elsewhere,
  }));
afterAll(() => {
  aws.stop();
});

const apiServer = () => world.sandbox.clusters.apiServers.get("c0")!;
/** The same cluster by another way: nothing of AWS is asked then. */
const byContext = () => `{ kubeconfig: ${apiServer().adminKubeconfig}, context: ${sandboxContext} }`;

/** Runs a command after the file is changed. */
async function after(told: Told, ...args: readonly string[]) {
  const folder = await operator();
  folder.write(text(told));
  return folder.entraEks(...args);
}

/** The places in which a secret of the client is. */
async function places(): Promise<string[]> {
  const secrets = JSON.stringify(await apiServer().read("/api/v1/namespaces/web/secrets"));
  return [...(secrets.includes("web-oidc") ? ["cluster"] : []), ...aws.names];
}

const refused = (must: string, address: string) =>
  expect.stringMatching(
    new RegExp(
      `clients\\.web\\.secret\\.store must stay ${must} until the stack client-web is destroyed: .* still holds ${address}, which that stack would not reach any more; put the entry back as it was, run npx cdktf destroy client-web, then change it`,
    ),
  ) as string;

real("a secret moves from the cluster to AWS in the order that the refusal says", async () => {
  expect(await after({}, "deploy", "--yes")).toMatchObject({ status: 0 });
  expect(await places()).toEqual(["cluster"]);
  const tooEarly = { status: 1, stderr: refused('"kubernetes"', "kubernetes_secret_v1\\.client") };
  expect(await after({ store: inAws }, "plan")).toMatchObject(tooEarly);
  expect(await after({ store: inAws }, "deploy", "--yes")).toMatchObject(tooEarly);
  expect(await after({}, "destroy", "--yes", "client-web")).toMatchObject({ status: 0 });
  expect(await places()).toEqual([]);
  expect(await after({ store: inAws }, "deploy", "--yes", "client-web")).toMatchObject({ status: 0 });
  expect(await places()).toEqual(["prod/web"]);
});

real("and back in one step as long as the stack needs AWS for the cluster", async () => {
  expect(await after({}, "deploy", "--yes", "client-web")).toMatchObject({ status: 0 });
  expect(await places()).toEqual(["cluster"]);
});

real("to a cluster that nothing of AWS is asked for it moves in the same order", async () => {
  expect(await after({}, "destroy", "--yes", "client-web")).toMatchObject({ status: 0 });
  expect(await after({ store: inAws }, "deploy", "--yes", "client-web")).toMatchObject({ status: 0 });
  const tooEarly = { status: 1, stderr: refused("in AWS Secrets Manager", "aws_secretsmanager_secret\\w*\\.client") };
  expect(await after({ credentials: byContext() }, "plan")).toMatchObject(tooEarly);
  expect(await after({ store: inAws }, "destroy", "--yes", "client-web")).toMatchObject({ status: 0 });
  expect(await after({ credentials: byContext() }, "deploy", "--yes")).toMatchObject({ status: 0 });
  expect(await places()).toEqual(["cluster"]);
});

real("the last attribute goes from the tenant of the file, though login has no provider for it any more", async () => {
  const told = { credentials: byContext() };
  const made = () => world.sandbox.directory.all("extensionProperties");
  expect(await after({ ...told, attributes: "{ team: {} }" }, "deploy", "--yes")).toMatchObject({ status: 0 });
  expect(made()).toHaveLength(1);
  expect(await after(told, "deploy", "--yes")).toMatchObject({ status: 0 });
  expect(made()).toEqual([]);
});

real("afterwards nothing is left", async () => {
  expect(await after({ credentials: byContext() }, "destroy", "--yes")).toMatchObject({ status: 0 });
  expect(await places()).toEqual([]);
  expectNothingMade(world);
});
