import { leastPermissions } from "../../../model/permissions/least-permissions";
import { needs } from "../../../model/permissions/need";

const names = (...all: Parameters<typeof leastPermissions>) =>
  leastPermissions(...all).map(({ permission }) => permission);
const find = needs("plan", ["GET users"], { about: "basic properties", why: "find people by name" });
const write = needs("apply", ["PATCH users/{}"], { why: "write attributes" });
const manual = "set login.consent: manual";
const read = needs("plan", ["GET oauth2PermissionGrants/{}"], { why: "read the consent", without: manual });
const consent = needs("apply", ["POST oauth2PermissionGrants"], { why: "consent", without: manual });

test("the least permission of each request is taken", () => {
  expect(names([...find, ...read])).toEqual(["Directory.Read.All"]);
  expect(names(find)).toEqual(["User.ReadBasic.All"]);
});

test("what a stronger one does anyway is left out", () => {
  expect(names([...find, ...write])).toEqual(["User.ReadWrite.All"]);
  expect(names([...read, ...consent])).toEqual(["DelegatedPermissionGrant.ReadWrite.All"]);
});

test("what suffices for owners counts only for what the identity owns", () => {
  const change = (owned: boolean) => needs("apply", ["PATCH groups/{}"], { why: "change groups", owned });
  expect(names(change(true))).toEqual(["Group.Create"]);
  expect(names(change(false))).toEqual(["Group.ReadWrite.All"]);
});

test("a permission says what it is there for, not what it does besides, and what to give up", () => {
  expect(leastPermissions([...find, ...read, ...consent])).toEqual([
    { permission: "DelegatedPermissionGrant.ReadWrite.All", why: ["consent"], without: [manual] },
    { permission: "User.ReadBasic.All", why: ["find people by name"], without: [] },
  ]);
});

test("a request that the table does not know is a mistake of this program", () => {
  expect(() => leastPermissions(needs("plan", ["GET planets"], { why: "look around" }))).toThrow("GET planets");
});
