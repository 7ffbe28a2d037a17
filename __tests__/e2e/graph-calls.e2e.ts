import { stringify } from "yaml";
import { accessOf, tenant } from "../access-text";
import { byHand } from "./stack-by-hand";
import { testWorld } from "./test-world";

const range = (length: number) => Array.from({ length }, (_, index) => index);
const people = range(200).map((index) => `p${String(index).padStart(3, "0")}@contoso.com`);
const attributes = range(5).map((index) => `attribute_${String(index)}`);
const access = accessOf(
  stringify({
    tenant,
    attributes: Object.fromEntries(attributes.map((name) => [name, {}])),
    groups: Object.fromEntries(
      range(40).map((index) => [`g${String(index)}`, { members: people.slice(index * 5, index * 5 + 5) }]),
    ),
    users: Object.fromEntries(
      people.map((person) => [person, { attributes: Object.fromEntries(attributes.map((name) => [name, person])) }]),
    ),
  }),
);

const { real, world } = testWorld(access, { deployed: ["people", "login", "attributes"] });

/** How often a plan asks Microsoft Graph, by what it asks for. */
async function callsOf(stack: string): Promise<Record<string, number>> {
  const { log } = world.sandbox.graph;
  const before = log.length;
  expect(await byHand(world, stack, ["plan", "-input=false", "-detailed-exitcode"])).toMatchObject({ status: 0 });
  const calls: Record<string, number> = {};
  for (const { method, path } of log.slice(before)) {
    const [, version, collection = "", rest = ""] = /^\/(v1\.0|beta)\/([A-Za-z]+)([^?]*)/.exec(path) ?? [];
    if (version === undefined) continue;
    const [, , property = ""] = rest.split("/");
    const asked = `${method} ${collection}${rest === "" ? "" : "/<id>"}${property === "" ? "" : `/${property}`}`;
    calls[asked] = (calls[asked] ?? 0) + 1;
  }
  return calls;
}

real("a plan looks 200 people up in 14 requests; the rest is what azuread asks for a group", async () => {
  expect(await callsOf("people")).toEqual({
    "GET users": 14,
    "GET groups/<id>": 40,
    "GET groups/<id>/members": 40,
    "GET groups/<id>/memberOf": 40,
    "GET groups/<id>/owners": 40,
  });
});

real("a plan of values asks for each person once, whatever the number of attributes", async () => {
  expect(await callsOf("attributes")).toEqual({ "GET users": 14, "GET users/<id>": 200 });
});

real("a plan of the login asks for each attribute once", async () => {
  const { "GET applications/<id>/extensionProperties": definitions, ...others } = await callsOf("login");
  expect(definitions).toBe(5);
  // 3 for the application, 4 for the service principal, and one each for Microsoft Graph's, consent, policy and its assignment;
  // 2 more look for a consent that is there already.
  expect(Object.values(others).reduce((sum, calls) => sum + calls, 0)).toBe(13);
});
