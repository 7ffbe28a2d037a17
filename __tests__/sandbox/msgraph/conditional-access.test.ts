import { graphForEachTest } from "./graph";
import { seed } from "./client";

const graph = graphForEachTest();
const policies = "identity/conditionalAccess/policies";
const locations = "identity/conditionalAccess/namedLocations";
const unknown = "00000000-0000-4000-8000-000000000000";

const policy = (changes: object = {}, conditions: object = {}) => ({
  displayName: "mfa",
  state: "enabled",
  conditions: {
    clientAppTypes: ["all"],
    applications: { includeApplications: [seed.deployer.clientId] },
    users: { includeUsers: ["All"] },
    ...conditions,
  },
  grantControls: { operator: "AND", builtInControls: ["mfa"] },
  ...changes,
});
const ranges = (cidrAddress: string) => ({
  "@odata.type": "#microsoft.graph.ipNamedLocation",
  displayName: "office",
  isTrusted: false,
  ipRanges: [{ "@odata.type": "#microsoft.graph.iPv4CidrRange", cidrAddress }],
});
const countries = (...countriesAndRegions: readonly string[]) => ({
  "@odata.type": "#microsoft.graph.countryNamedLocation",
  displayName: "home",
  countriesAndRegions,
});

test("a policy is made, shown with the conditions that nobody gave, changed and deleted", async () => {
  const { status, body } = await graph().post(policies, policy());
  expect(status).toBe(201);
  expect((await graph().get(`${policies}/${body.id}`)).body).toMatchObject({
    state: "enabled",
    sessionControls: null,
    conditions: { locations: null, userRiskLevels: [], users: { includeUsers: ["All"], excludeGroups: [] } },
  });
  expect((await graph().patch(`${policies}/${body.id}`, { state: "disabled" })).status).toBe(204);
  expect((await graph().get(`${policies}/${body.id}`)).body).toMatchObject({ state: "disabled" });
  expect((await graph().delete(`${policies}/${body.id}`)).status).toBe(204);
  expect((await graph().get(`${policies}/${body.id}`)).status).toBe(404);
});

test.each([
  ["without a name", policy({ displayName: "" }), "1007"],
  ["in another state", policy({ state: "report-only" }), "1007"],
  ["for no kind of client", policy({}, { clientAppTypes: [] }), "1064"],
  ["for no application", policy({}, { applications: {} }), "1011"],
  ["for an application by name", policy({}, { applications: { includeApplications: ["eks"] } }), "1007"],
  ["for an unknown application", policy({}, { applications: { includeApplications: [unknown] } }), "1009"],
  ["for nobody", policy({}, { users: {} }), "1013"],
  ["without an unknown group", policy({}, { users: { includeUsers: ["All"], excludeGroups: [unknown] } }), "1014"],
  ["at an unknown location", policy({}, { locations: { includeLocations: [unknown] } }), "1040"],
  ["that controls nothing", policy({ grantControls: null }), "1016"],
  [
    "with a control that is not emulated",
    policy({ grantControls: { operator: "AND", builtInControls: ["x"] } }),
    "1019",
  ],
  ["that blocks and demands", policy({ grantControls: { operator: "OR", builtInControls: ["block", "mfa"] } }), "1018"],
])("a policy %s is refused", async (_, body, code) => {
  const reply = await graph().post(policies, body);
  expect(reply).toMatchObject({ status: 400, body: { error: { message: expect.stringContaining(code) as string } } });
});

test("a policy stays as it was if a change is refused", async () => {
  const { id } = (await graph().post(policies, policy())).body;
  expect((await graph().patch(`${policies}/${id}`, { state: "on" })).status).toBe(400);
  expect((await graph().get(`${policies}/${id}`)).body).toMatchObject({ state: "enabled" });
});

test("a named location keeps its kind, and cannot go while it is trusted or a policy needs it", async () => {
  const { id } = (await graph().post(locations, ranges("203.0.113.0/24"))).body;
  const path = `${locations}/${id}`;
  expect((await graph().get(path)).body).toMatchObject({ "@odata.type": "#microsoft.graph.ipNamedLocation" });
  expect((await graph().patch(path, { isTrusted: true })).status).toBe(400);
  expect((await graph().patch(path, { ...ranges("203.0.113.0/25"), isTrusted: true })).status).toBe(204);
  expect((await graph().delete(path)).body).toMatchObject({
    error: { message: expect.stringContaining("1190") as string },
  });
  await graph().patch(path, ranges("203.0.113.0/25"));
  const user = (await graph().post(policies, policy({}, { locations: { includeLocations: [id] } }))).body.id;
  expect((await graph().delete(path)).body).toMatchObject({
    error: { message: expect.stringContaining("1191") as string },
  });
  await graph().delete(`${policies}/${user}`);
  expect((await graph().delete(path)).status).toBe(204);
});

test("countries are two capital letters each, ranges IPv4 with a mask longer than /8", async () => {
  expect((await graph().post(locations, countries("DE", "FR"))).status).toBe(201);
  for (const body of [
    countries(),
    countries("Germany"),
    ranges("203.0.0.0/8"),
    ranges("2001:db8::/48"),
    ranges("203.0.113.0"),
    { ...ranges("203.0.113.0/24"), "@odata.type": "#microsoft.graph.namedLocation" },
  ]) {
    expect((await graph().post(locations, body)).status).toBe(400);
  }
});
