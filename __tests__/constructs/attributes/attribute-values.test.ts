import { withTenant } from "../../access-text";
import { synth } from "../../synth";

const file = withTenant(`
attributes: { team: {}, level: { type: Integer }, old: { retired: true } }
users:
  7of9@contoso.com: {}
  Ada@contoso.com: { attributes: { level: 5, team: "a\${b}" } }
`);
const values = (person: string, text = file) => synth(text).resource("attributes", "msgraph_update_resource", person);
const ada = "ada_40_contoso_2e_com";

test("each person is one resource with every value, so that a plan asks for each of them once", () => {
  const program = synth(file);
  expect(program.addresses("attributes", "msgraph_update_resource")).toEqual(["_37_of9_40_contoso_2e_com", ada]);
  expect(values(ada)["body"]).toEqual({
    "${local.extension_prefix}level": 5,
    "${local.extension_prefix}old": null,
    "${local.extension_prefix}team": "a$${b}",
  });
  expect(program.find("attributes", "locals")["extension_prefix"]).toBe(
    'extension_${replace(data.terraform_remote_state.login.outputs.client_id, "-", "")}_',
  );
});

test("a value that is not in the person's entry is null: a key that is left out would keep it", () => {
  expect(values("_37_of9_40_contoso_2e_com")["body"]).toEqual({
    "${local.extension_prefix}level": null,
    "${local.extension_prefix}old": null,
    "${local.extension_prefix}team": null,
  });
});

test("values are asked for by name, and a missing one counts, so that each change by hand shows", () => {
  expect(values(ada)).toMatchObject({
    read_query_parameters: {
      $select: ["id", "${local.extension_prefix}level", "${local.extension_prefix}team"],
    },
    ignore_missing_property: false,
  });
});

test("a person is an object ID from the look-up: whoever is not there is no instance, and a name in other hands another", () => {
  expect(values(ada)).toMatchObject({
    for_each: '${toset(compact([for name in ["ada@contoso.com"] : local.people[name]]))}',
    url: "users/${each.key}",
  });
});

test("it waits for a definition to be replicated, and not for somebody who has left", () => {
  expect(values(ada)).toMatchObject({
    retry: { error_message_regex: ["extension properties are not available"] },
    timeouts: { create: "5m", update: "5m" },
  });
});

test("somebody else's entry changes nothing of a person", () => {
  expect(values(ada, file.replace("7of9@contoso.com: {}", "bob@contoso.com: { attributes: { team: x } }"))).toEqual(
    values(ada),
  );
});
