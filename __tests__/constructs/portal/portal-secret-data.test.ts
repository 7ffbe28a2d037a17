import { withPortal } from "../../portal-text";
import { synth } from "../../synth";

test("the server secret is made once and kept, and Terraform does not show it", () => {
  expect(synth(withPortal()).resource("portal", "terraform_data", "server_secret")).toEqual({
    triggers_replace: '${sensitive(sha256("${uuid()}${uuid()}"))}',
    lifecycle: { ignore_changes: ["triggers_replace"] },
  });
});

test("edp-headlamp makes its own, so there is none for it", () => {
  expect(synth(withPortal("", "3.12")).addresses("portal", "terraform_data")).toEqual([]);
});
