import { claimsOf, valuesOf } from "../../../model/attributes/attribute";
import { accessOf, withTenant } from "../../access-text";

const access = accessOf(
  withTenant(`
attributes: { since: { type: DateTime }, old: { retired: true }, admin: { type: Boolean } }
users: { Ada@contoso.com: { attributes: { since: 2026-01-31T08:00:00+02:00, admin: false } } }
`),
);

test("every attribute in use is a claim, in a stable order", () => {
  expect(claimsOf(access)).toEqual(["admin", "since"]);
});

test("a person's values are the file's; what is not listed, and what is retired, is none", () => {
  expect(valuesOf(access, "ada@contoso.com")).toEqual({ admin: false, old: null, since: "2026-01-31T06:00:00Z" });
  expect(valuesOf(access, "bob@contoso.com")).toEqual({ admin: null, old: null, since: null });
});

test("a time is in UTC, as Graph keeps it: in another zone each plan would show it", () => {
  expect(valuesOf(access, "ada@contoso.com")["since"]).toBe("2026-01-31T06:00:00Z");
});
