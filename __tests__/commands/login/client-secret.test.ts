import { kubeconfig } from "../../../commands/kubeconfig";
import { withGrants } from "../../access-text";
import { deployed, stateOf } from "../deployed";
import { printed } from "../printed";

const password = (key_id: string, value: string) => ({
  mode: "managed",
  type: "azuread_application_password",
  name: "first",
  instances: [{ attributes: { key_id, value } }],
});

const confidential = `${withGrants("[]")}login: { kubectl: confidential }\n`;
const files = {
  "access.yaml": confidential,
  "state/login.tfstate": stateOf({ client_id: deployed.clientId, issuer_url: deployed.issuer }),
  "state/eks-prod.tfstate": stateOf({
    endpoint: "https://prod.example",
    certificate_authority: deployed.authority("prod"),
  }),
};
const run = (more: Record<string, string>) =>
  printed({ ...files, ...more }, (file) => kubeconfig({ file, json: false }));

test("the secret in use stands in the kubeconfig, out of the state of credentials", async () => {
  const resources = [
    password("k1", "before"),
    { mode: "managed", type: "time_static", name: "start", instances: [] },
    password("k2", "in~use"),
  ];
  const { code, stdout } = await run({ "state/credentials.tfstate": stateOf({ key_id: "k2" }, resources) });
  expect(code).toBe(0);
  expect(stdout).toContain("--oidc-client-secret=in~use");
  expect(stdout).not.toContain("before");
});

test("without that state, or without the secret in it, there is no kubeconfig", async () => {
  expect(await run({})).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "The stack \"credentials\" is not deployed: there is no client secret in its state state/credentials.tfstate. Deploy it first: npx cdktf deploy '{users,people,login,credentials}'\n",
  });
  const { stderr } = await run({ "state/credentials.tfstate": stateOf({ key_id: "k3" }, [password("k1", "before")]) });
  expect(stderr).toContain("its state state/credentials.tfstate lacks the client secret in use");
});

test.each([
  ["nothing", ""],
  ["a space", "in use"],
  ["a line break", "in\nuse"],
  ["a letter that is not ASCII", "in\u00e9use"],
  ["257 letters", "a".repeat(257)],
])("%s in the place of the secret is printed nowhere", async (_, value) => {
  const state = stateOf({ key_id: "k1" }, [password("k1", value)]);
  const { code, stdout, stderr } = await run({ "state/credentials.tfstate": state });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain("cannot be trusted: its azuread_application_password is not as its provider writes it;");
});

test("a public kubectl has no secret, whatever lies beside the file", async () => {
  const { stdout } = await run({ "access.yaml": withGrants("[]") });
  expect(stdout).not.toContain("client-secret");
});
