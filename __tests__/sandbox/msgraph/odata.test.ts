import { graphForEachTest } from "./graph";

const graph = graphForEachTest();
const names = async (query: string, headers = {}) => {
  const { body } = await graph().get(`users?$select=userPrincipalName&${query}`, headers);
  return body.value.map(({ userPrincipalName }) => String(userPrincipalName).split("@")[0]);
};
const filter = (text: string) => `$filter=${encodeURIComponent(text)}`;

test("`in` finds people without regard to case, and takes fifteen names but not sixteen", async () => {
  expect(await names(filter("userPrincipalName in ('ADA@contoso.com','cleo@contoso.com')"))).toEqual(["ada", "cleo"]);
  const many = (count: number) => filter(`userPrincipalName in (${Array(count).fill("'x@contoso.com'").join(",")})`);
  expect((await graph().get(`users?${many(15)}`)).status).toBe(200);
  expect(await graph().get(`users?${many(16)}`)).toMatchObject({
    status: 400,
    body: { error: { code: "Request_UnsupportedQuery" } },
  });
});

test("operators, functions and parentheses of a filter mean what they say", async () => {
  expect(await names(filter("startswith(displayName,'c') or mail eq null"))).toEqual(["bob", "cleo"]);
  expect(await names(filter("accountEnabled eq true and (givenName eq 'Ada' or givenName eq 'Cleo')"))).toEqual([
    "ada",
  ]);
  expect(await names(filter("proxyAddresses/any(p:p eq 'smtp:ada@contoso.com')"))).toEqual(["ada"]);
  expect(await names(filter("displayName eq 'O''Hara'"))).toEqual([]);
});

test("`ne`, `not` and `endswith` need the eventual consistency level and a count", async () => {
  const query = filter("endswith(userPrincipalName,'contoso.com') and userPrincipalName ne 'ada@contoso.com'");
  expect((await graph().get(`users?${query}`)).body.error.code).toBe("Request_UnsupportedQuery");
  expect(await names(`${query}&$count=true`, { ConsistencyLevel: "eventual" })).toEqual(["bob", "cleo"]);
});

test("some properties can be filtered by in an advanced query only", async () => {
  const query = filter("employeeType eq 'nobody'");
  const { status, body } = await graph().get(`users?${query}`);
  expect(status).toBe(400);
  expect(body.error).toMatchObject({
    code: "Request_UnsupportedQuery",
    message: "Unsupported or invalid query filter clause specified for property 'employeeType' of resource 'User'.",
  });
  expect(await names(`${query}&$count=true`, { ConsistencyLevel: "eventual" })).toEqual([]);
});

test.each([
  ["a property", "favouriteColour eq 'red'"],
  ["a function", "matches(displayName,'x')"],
  ["an operator", "displayName like 'x'"],
  ["an extension", "extension_0_team eq 'x'"],
  ["`contains`", "contains(displayName,'x')"],
  ["half a filter", "displayName eq"],
])("%s that Graph does not know is refused in a filter", async (_, text) => {
  expect((await graph().get(`users?${filter(text)}`)).status).toBe(400);
});

test.each([
  "$skip=1",
  "$search=x",
  "$orderby=displayName",
  "filter=x",
  "$top=0",
  "$top=1000",
  "$select=nope",
  "$expand=nope",
  "$skiptoken=no",
])("the query %s is refused", async (query) => {
  expect((await graph().get(`users?${query}`)).status).toBe(400);
});

test("a write with a query option is refused", async () => {
  expect((await graph().send("POST", "/v1.0/users?$select=id", "{}")).status).toBe(400);
});

test("pages lead to each other and together hold everybody once", async () => {
  const found: unknown[] = [];
  let next: unknown = `${graph().server.url}/v1.0/users?$top=2&$select=displayName`;
  while (typeof next === "string") {
    const { body } = await graph().send("GET", next);
    found.push(...body.value.map(({ displayName }) => displayName));
    next = body["@odata.nextLink"];
  }
  expect(found).toEqual(["Ada Lovelace", "Bob Brown", "Cleo Clark"]);
});

test("a user shows eleven properties unless others are selected, and those alone", async () => {
  const shown = await graph().get("users/ada@contoso.com");
  expect(Object.keys(shown.body).filter((name) => !name.startsWith("@"))).toHaveLength(11);
  const { body } = await graph().get("users/ada@contoso.com?$select=accountEnabled");
  expect(body).toEqual({ "@odata.context": expect.any(String) as string, accountEnabled: true });
});

test("a count is text, and needs the eventual consistency level", async () => {
  expect((await graph().get("users/$count")).status).toBe(400);
  const { body } = await graph().get("users/$count", { ConsistencyLevel: "eventual" });
  expect(body["text"]).toBe("3");
});
