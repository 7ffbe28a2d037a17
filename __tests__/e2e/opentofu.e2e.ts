import { decodeJwt } from "jose";
import { questionsOf } from "../../sandbox/rbac/question";
import { findTerraform } from "../../sandbox/terraform/version";
import { accessOf, withTenant } from "../access-text";
import { expectNothingLeft } from "./nothing-left";
import { planned } from "./planned";
import { byHand } from "./stack-by-hand";
import { testWorld } from "./test-world";
import { missingPartsOfPortal } from "./world";

/** A stack of every kind. */
const access = accessOf(
  withTenant(`
terraform: { flavour: opentofu }
login: { claims: { ctry: {} }, kubectl: confidential }
attributes: { default_namespace: {}, level: { type: Integer } }
users:
  ada@contoso.com: { attributes: { default_namespace: team-a, level: 5 } }
  nora@contoso.com: { create: { displayName: Nora New }, attributes: { default_namespace: team-b } }
groups:
  devs: { members: [ada@contoso.com, nora@contoso.com], groups: [seniors] }
  seniors: { members: [carol@contoso.com] }
roles:
  log-reader: { rules: [{ apiGroups: [""], resources: [pods/log], verbs: [get] }] }
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants:
      - { group: devs, clusterRole: edit, namespaces: [team-a] }
      - { group: seniors, role: log-reader, namespaces: [team-b] }
portal: { cluster: prod, url: https://portal.contoso.com, namespace: krci, version: "3.15" }
clients:
  headlamp: { preset: headlamp, cluster: prod, url: https://headlamp.contoso.com, namespace: headlamp }
`),
);
const found = findTerraform(process.env, "opentofu");
const missing = [...missingPartsOfPortal(), ...("missing" in found ? [found.missing] : [])];
const { real, world } = testWorld(access, { missing });

real("OpenTofu applies every stack, and its second plan is empty", async () => {
  expect(found).toMatchObject({ flavour: "opentofu" });
  const deployment = await world.deployment();
  expect(deployment.counts).toEqual({ all: 10, wanted: 10 });
  await deployment.apply();
  expect(await deployment.plan()).toBe(false);
  expect((await byHand(world, "login", ["version"])).output).toContain("OpenTofu v1.");
});

real("everybody may on the cluster exactly what the model says", async () => {
  const { questions } = questionsOf(access);
  const answers = await Promise.all(
    questions.map(async ({ person, cluster, action, expected }) => {
      const answer = await world.sandbox.may(person, cluster, action);
      return answer === expected ? [] : [{ person, cluster, action, expected, answer }];
    }),
  );
  expect(questions.length).toBeGreaterThan(10);
  expect(answers.flat()).toEqual([]);
});

real("tokens carry the attributes, also of somebody who was created", async () => {
  expect(decodeJwt(await world.sandbox.token("nora@contoso.com", "prod"))).toMatchObject({
    default_namespace: "team-b",
  });
});

real("an attribute of another type is replaced by what triggers it", async () => {
  const level = { ...access.attributes["level"]!, type: "String" as const };
  const users = { ...access.users };
  delete users["ada@contoso.com"];
  await world.deployment({ ...access, users, attributes: { ...access.attributes, level } });
  expect(await planned(world, "login")).toMatchObject({
    "terraform_data.level": "delete+create",
    "msgraph_resource.level": "delete+create",
  });
});

real("destroying leaves nothing that was made", () => expectNothingLeft(world));
