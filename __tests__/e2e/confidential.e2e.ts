import { connections } from "../../commands/kubeconfig/connections";
import { kubeconfig } from "../../model/clusters/kubeconfig";
import { accessOf, withGrants } from "../access-text";
import { expectNothingLeft } from "./nothing-left";
import { refusals } from "./sign-in";
import { byHand } from "./stack-by-hand";
import { testWorld } from "./test-world";
import { missingPartsOfPortal } from "./world";

const access = accessOf(
  `${withGrants("[]", "{ devs: { members: [ada@contoso.com] } }")}login: { kubectl: confidential }\n`,
);
const { real, world } = testWorld(access, { missing: missingPartsOfPortal() });

real("kubectl signs in with the secret of its kubeconfig, and with none or another it does not", async () => {
  const deployment = await world.deployment();
  await deployment.apply();
  expect(await deployment.plan()).toBe(false);
  const config = kubeconfig(await connections({ access, directory: world.sandbox.props.folder }, ["prod"]));
  const [, secret = ""] = /--oidc-client-secret=([^"]+)"/.exec(JSON.stringify(config)) ?? [];
  expect(await refusals(world, "http://localhost:8000", secret)).toEqual([]);
  expect(await refusals(world, "http://localhost:8000")).toEqual([7000218]);
  expect(await refusals(world, "http://localhost:8000", "guessed")).toEqual([7000215]);
  for (const stack of ["people", "login", "eks-prod", "rbac-prod"]) {
    const { stdout } = await byHand(world, stack, ["state", "pull"]);
    expect([stack, stdout.includes('"version": 4'), stdout.includes(secret)]).toEqual([stack, true, false]);
  }
  await expectNothingLeft(world);
});
