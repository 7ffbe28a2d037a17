import { decodeJwt } from "jose";
import type { Access } from "../../config/schema/access";
import { accessOf, withGrants } from "../access-text";
import { planned } from "./planned";
import { missingParts, realTest, startWorld, type World } from "./world";

const text = `${withGrants("[{ group: devs, clusterRole: view }]", "{ devs: { members: [ada@contoso.com, bob@contoso.com] } }")}
attributes: { default_namespace: {}, level: { type: Integer }, since: { type: DateTime } }
users:
  ada@contoso.com: { attributes: { default_namespace: team-a, level: 5, since: 2026-01-31T08:00:00+02:00 } }
  bob@contoso.com: { attributes: { default_namespace: team-b } }
`;
const access: Access = accessOf(text);
const missing = missingParts();
const real = realTest(missing);
let world: World;
beforeAll(async () => {
  if (missing.length === 0) world = await startWorld(access);
});
afterAll(() => (missing.length === 0 ? world.end() : undefined));

real("explore", async () => {
  const deployment = await world.deployment();
  await deployment.apply();
  console.log(JSON.stringify(world.sandbox.directory.all("users"), null, 1));
  console.log(await planned(world, "login"), await planned(world, "attributes"));
  console.log(
    decodeJwt(await world.sandbox.token("ada@contoso.com", "prod")),
    await world.sandbox.may("ada@contoso.com", "prod", { verb: "list", resource: "pods" }),
  );
  console.log(world.events);
  console.log(require("fs").readFileSync(world.sandbox.props.folder + "/state/attributes.tfstate", "utf8"));
  await deployment.destroy();
});
