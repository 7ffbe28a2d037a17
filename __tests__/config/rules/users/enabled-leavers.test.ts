import { withTenant } from "../../../access-text";
import { mistakesBeside, stateOf } from "../../mistakes-beside";

const action = (name: string, url: string) => ({
  mode: "managed",
  type: "msgraph_resource_action",
  name,
  instances: [{ attributes: { resource_url: url } }],
});
const nora = action("nora_40_contoso_2e_com", "users");

/** The mistakes of an access file beside a state of the stack `users`. */
const mistakes = (lines: string, resources: readonly object[]) =>
  mistakesBeside({ "state/users.tfstate": stateOf(resources) }, withTenant(lines));

test("the last person who was made stays in the file until the account is disabled", () => {
  expect(
    mistakes("groups: {}", [
      nora,
      action("gus_40_fabrikam_2e_com", "invitations"),
      action("gus_40_fabrikam_2e_com__arrived", "users/8f3c0a5e"),
    ]),
  ).toEqual([
    `access.yaml:1:1 users["nora@contoso.com"] must stay until the account is disabled: state/users.tfstate says that this program created it; put the entry back as { left: true }, run npx cdktf deploy '{users,people,login,attributes,leavers}', then delete it`,
  ]);
});

test("one whose account was enabled again was made here too", () => {
  expect(mistakes("groups: {}", [action("nora_40_contoso_2e_com", "users/8f3c0a5e")])).toHaveLength(1);
});

test("an entry with left: true stays until the stack leavers has disabled the account too", () => {
  const users = JSON.stringify({
    version: 4,
    resources: [],
    outputs: { left_account_ids: { value: { "nora@contoso.com": "8f3c" } } },
  });
  const beside = (leavers: readonly object[]) =>
    mistakesBeside(
      { "state/users.tfstate": users, "state/leavers.tfstate": stateOf(leavers) },
      withTenant("groups: {}"),
    );
  expect(beside([])).toHaveLength(1);
  expect(beside([action("left", "users/another")])).toHaveLength(1);
  expect(beside([action("left", "users/8f3c")])).toEqual([]);
});

test("while the stack is there it disables whoever is gone", () => {
  expect(mistakes("users: { otto@contoso.com: { create: { displayName: O } } }", [nora])).toEqual([]);
  expect(mistakes("users: { nora@contoso.com: { left: true } }", [nora])).toEqual([]);
});

test("once it is disabled, or where nothing can be seen, the entry may go", () => {
  expect(mistakes("groups: {}", [action("left", "users/8f3c0a5e")])).toEqual([]);
  expect(mistakesBeside({ "state/users.tfstate": "" }, withTenant(""))).toEqual([]);
  expect(mistakes("backend: { type: s3, bucket: states, region: eu-central-1 }", [nora])).toEqual([]);
});
