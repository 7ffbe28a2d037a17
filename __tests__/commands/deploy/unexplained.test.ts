import type { PlannedChange, PlannedStack } from "../../../commands/deploy/planned-stack";
import { unexplainedLines } from "../../../commands/deploy/unexplained";

const changed = (address: string) => ({ address, action: "update" }) as unknown as PlannedChange;
const planOf = (...addresses: readonly string[]) => ({ changes: addresses.map(changed) }) as unknown as PlannedStack;

/** The note on a stack whose plan has these changes, none of which follows from the files. */
const noteOn = (stack: string, ...addresses: readonly string[]) =>
  unexplainedLines(new Map([[stack, planOf(...addresses)]]), new Map(), []).join();

test("a client secret whose turn has come is nothing that somebody forgot to deploy, nor what hands it on", () => {
  const due = ["time_rotating.first[0]", "azuread_application_password.first[0]", "kubernetes_secret_v1.portal"];
  expect(noteOn("portal", ...due)).toBe("");
  expect(noteOn("client-grafana", "time_static.forced", "aws_secretsmanager_secret_version.client")).toBe("");
  expect(noteOn("openshift-ocp", "time_rotating.first", "terraform_data.login", "rhcs_identity_provider.login")).toBe(
    "",
  );
});

test("without a new secret the same objects are told, and beside one whatever does not hand it on", () => {
  expect(noteOn("portal", "kubernetes_secret_v1.portal")).toContain("alike: portal kubernetes_secret_v1.portal. It");
  expect(noteOn("login", "azuread_application_password.first[0]", "azuread_application.login")).toContain(
    "alike: login azuread_application.login. It",
  );
});
