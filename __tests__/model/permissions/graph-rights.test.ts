import { graphRight, graphRights } from "../../../model/permissions/graph-rights";

test("every row has a way to be allowed, and a page", () => {
  expect(graphRights.filter(({ application, page }) => application.length === 0 || page === "")).toEqual([]);
});

test("no two rows are about the same requests", () => {
  const rows = graphRights.map(({ request, about }) => `${request} ${about ?? ""}`);
  expect(rows.filter((row, index) => rows.indexOf(row) !== index)).toEqual([]);
});

test("a row about a case is found for that case alone", () => {
  const of = (...cases: Parameters<typeof graphRight>[1]) => graphRight("PATCH users/{}", cases)?.application[0]?.all;
  expect(of("account state")).toEqual(["User.EnableDisableAccount.All", "User.Read.All"]);
  expect(of("a user")).toEqual(["User.ReadWrite.All"]);
  expect(graphRight("GET organization", [])).toBeUndefined();
});
