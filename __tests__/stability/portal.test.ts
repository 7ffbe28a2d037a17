import { withPortal } from "../portal-text";
import { synth } from "../synth";
import { changesBetween } from "./addresses";
import { describeEdits, file } from "./edits";

describeEdits([
  [
    "a portal is added",
    `${file}portal: { cluster: prod, url: "https://portal.example.com", namespace: krci, version: "3.15" }\n`,
    ["~ login azuread_application.login", "+ people check.portal_mail", "+ portal"],
  ],
]);

const before = synth(withPortal());

test.each([
  ["a rotation is forced", withPortal("  secret: { rotate: 2026-11-22 }\n"), ["~ portal time_static.forced"]],
  [
    "the portal moves to another address",
    withPortal().replace("portal.example.com", "krci.example.com"),
    ["~ login azuread_application.login", "~ portal output.helm_values"],
  ],
  [
    "a group gets the chart's role",
    withPortal("  groups: { viewer: devs }\n"),
    ["+ portal data.terraform_remote_state.people", "+ portal locals.state_of_people", "~ portal output.helm_values"],
  ],
])("%s", (_, text, changes) => {
  expect(changesBetween(before, synth(text))).toEqual(changes);
});
