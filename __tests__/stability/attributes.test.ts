import { describeEdits, edited } from "./edits";

describeEdits([
  [
    "a value changes",
    edited(["{ team: b }", "{ team: c }"]),
    ["~ attributes msgraph_update_resource.bob_40_contoso_2e_com"],
  ],
  [
    "a person comes first",
    edited(["users:\n", "users:\n  aaron@contoso.com: {}\n"]),
    ["+ attributes msgraph_update_resource.aaron_40_contoso_2e_com"],
  ],
  [
    "a person goes",
    edited(["  ada@contoso.com: { attributes: { team: a } }\n", ""]),
    ["- attributes msgraph_update_resource.ada_40_contoso_2e_com"],
  ],
  [
    "an attribute comes",
    edited(["{ team: {}, picture: {} }", "{ level: { type: Integer }, team: {}, picture: {} }"]),
    [
      "~ attributes data.terraform_remote_state.login",
      "~ attributes msgraph_update_resource.ada_40_contoso_2e_com",
      "~ attributes msgraph_update_resource.bob_40_contoso_2e_com",
      "~ login msgraph_resource.claims-policy",
      "+ login msgraph_resource.level",
      "~ login output.attribute_types",
      "+ login terraform_data.level",
    ],
  ],
  [
    "an attribute is retired",
    edited(["picture: {}", "picture: { retired: true }"]),
    [
      "~ attributes msgraph_update_resource.ada_40_contoso_2e_com",
      "~ attributes msgraph_update_resource.bob_40_contoso_2e_com",
      "~ login msgraph_resource.claims-policy",
      "~ login msgraph_resource.picture",
    ],
  ],
]);
