import { portalValues } from "../../commands/portal-values";
import { withGrants } from "../access-text";
import { withPortal } from "../portal-text";
import { printed } from "./printed";

const state = JSON.stringify({
  version: 4,
  outputs: { helm_values: { value: '"krci-portal":\n  "configEnv":\n    "OIDC_CLIENT_ID": "the-client"\n' } },
});
const run = (files: Record<string, string>, json = false) =>
  printed({ "access.yaml": withPortal(), ...files }, (file) => portalValues({ file, json }));

test("values are printed as the stack puts them out, for helm -f", async () => {
  expect(await run({ "state/portal.tfstate": state })).toEqual({
    code: 0,
    stdout: "krci-portal:\n  configEnv:\n    OIDC_CLIENT_ID: the-client\n",
    stderr: "",
  });
  const { stdout } = await run({ "state/portal.tfstate": state }, true);
  expect(JSON.parse(stdout)).toEqual({ "krci-portal": { configEnv: { OIDC_CLIENT_ID: "the-client" } } });
});

test("without a portal, or before it is deployed, there is no answer", async () => {
  expect(await run({ "access.yaml": withGrants("[]") })).toEqual({
    code: 2,
    stdout: "",
    stderr: "access.yaml has no portal\n",
  });
  expect(await run({})).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "The stack \"portal\" is not deployed: there is no state at state/portal.tfstate. Deploy it first: npx cdktf deploy '*'\n",
  });
});
