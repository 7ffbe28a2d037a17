import { graphForEachTest } from "./graph";

const graph = graphForEachTest();
const claim = { Source: "user", ID: "employeeid", JwtClaimType: "employee" };
const policy = (claims: readonly object[], version = 1) => ({
  displayName: "employee",
  definition: [JSON.stringify({ ClaimsMappingPolicy: { Version: version, ClaimsSchema: claims } })],
});
const path = "policies/claimsMappingPolicies";

test("a service principal has one policy, and loses it with the policy", async () => {
  const [servicePrincipal] = graph().directory.all("servicePrincipals");
  const assigned = `servicePrincipals/${servicePrincipal!.id}/claimsMappingPolicies`;
  const first = (await graph().post(path, policy([claim]))).body.id;
  const second = (await graph().post(path, policy([claim]))).body.id;
  expect((await graph().post(`${assigned}/$ref`, graph().reference(first))).status).toBe(204);
  expect((await graph().post(`${assigned}/$ref`, graph().reference(first))).status).toBe(400);
  expect((await graph().post(`${assigned}/$ref`, graph().reference(second))).status).toBe(400);
  expect(graph().directory.claimsMappingPoliciesOf(servicePrincipal!.id)).toEqual([first]);
  expect((await graph().get(assigned)).body.value).toMatchObject([{ id: first }]);
  expect((await graph().delete(`${path}/${first}`)).status).toBe(204);
  expect(graph().directory.claimsMappingPoliciesOf(servicePrincipal!.id)).toEqual([]);
});

test.each([
  ["that is not JSON", { displayName: "employee", definition: ["no"] }],
  ["of another version", policy([claim], 2)],
  ["with a claim that becomes nothing", policy([{ Source: "user", ID: "employeeid" }])],
  ["with a claim that comes from nothing", policy([{ Source: "user", JwtClaimType: "employee" }])],
  ["without a definition", { displayName: "employee", definition: [] }],
  ["without a name", { ...policy([claim]), displayName: undefined }],
  ["with a property that does not exist", { ...policy([claim]), colour: "red" }],
])("a policy %s is refused", async (_, body) => {
  expect((await graph().post(path, body)).status).toBe(400);
});

test("a policy is changed only to another valid one", async () => {
  const { id } = (await graph().post(path, policy([claim]))).body;
  expect((await graph().patch(`${path}/${id}`, { displayName: "staff" })).status).toBe(204);
  expect((await graph().patch(`${path}/${id}`, { definition: ["no"] })).status).toBe(400);
  expect((await graph().get(`${path}/${id}`)).body).toMatchObject({ displayName: "staff" });
});
