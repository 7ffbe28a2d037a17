import { withTenant } from "../../../access-text";
import { mistakesBeside, stateOf } from "../../mistakes-beside";

const prefix = "extension_73cf8151488b43bf934d5a1b0c612889_";
const values = (name: string, body: Readonly<Record<string, unknown>>) => ({
  type: "msgraph_update_resource",
  name,
  instances: [
    {
      attributes: {
        body: { value: Object.fromEntries(Object.entries(body).map(([key, value]) => [prefix + key, value])) },
      },
    },
  ],
});
const state = [
  values("ada_40_contoso_2e_com", { team: "a", level: 5 }),
  values("o_27_hara_40_contoso_2e_com", { team: null, level: 0 }),
  { type: "msgraph_resource", name: "team", instances: [{ attributes: { body: { value: { name: "team" } } } }] },
];

/** The mistakes of an access file beside a state of the stack `attributes`. */
const mistakes = (lines: string, text = stateOf(state)) =>
  mistakesBeside({ "state/attributes.tfstate": text }, withTenant(lines));

const attributes = "attributes: { team: {}, level: { type: Integer } }";
const users = "users: { Ada@contoso.com: {}, o'hara@contoso.com: {} }";

test("whoever is gone from the file while the directory holds values is refused", () => {
  expect(mistakes(`${attributes}\nusers: { o'hara@contoso.com: {} }`)).toEqual([
    'access.yaml:3:8 users["ada@contoso.com"] must stay until the values are cleared: state/attributes.tfstate says that Entra still stores team, level; put the entry back as {}, run npx cdktf deploy attributes --ignore-missing-stack-dependencies, then delete it',
  ]);
});

test("an attribute that is gone while people have values is refused once", () => {
  expect(mistakes(`attributes: { team: {} }\n${users}`)).toEqual([
    "access.yaml:2:13 attributes.level must stay until its values are cleared: state/attributes.tfstate says that Entra still stores 2; put the entry back with retired: true, run npx cdktf deploy '{users,people,login,attributes}', then delete it",
  ]);
});

test("a retired attribute and an empty entry clear what they had, so they may go", () => {
  expect(mistakes(`${attributes}\n${users}`)).toEqual([]);
  expect(mistakes(`attributes: { team: { retired: true }, level: { retired: true } }\n${users}`)).toEqual([]);
  const cleared = [values("ada_40_contoso_2e_com", { team: null })];
  expect(mistakes("", stateOf(cleared))).toEqual([]);
});

test("an empty state file says nothing", () => {
  expect(mistakes("", "")).toEqual([]);
});
