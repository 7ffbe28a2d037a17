import { withPortal } from "../../portal-text";
import { synth } from "../../synth";

const stored = (version = "3.15") =>
  synth(withPortal("  secret: { store: { secretsManager: krci/portal } }\n", version));

test("the secret is one JSON object with the keys that the chart reads, write-only and with a revision", () => {
  const version = stored().resource("portal", "aws_secretsmanager_secret_version", "portal");
  expect(version["secret_string_wo"]).toMatch(
    /^\$\{jsonencode\(\{ OIDC_CLIENT_SECRET = one\(.*\), SERVER_SECRET = terraform_data\.server_secret\.triggers_replace \}\)\}$/,
  );
  expect(version["secret_string_wo_version"]).toMatch(/^\$\{parseint\(substr\(one\(.*\.key_id \}.*, 0, 8\), 16\)\}$/);
  expect(version).not.toHaveProperty("secret_string");
  expect(stored("3.12").resource("portal", "aws_secretsmanager_secret_version", "portal")["secret_string_wo"]).toMatch(
    /^\$\{jsonencode\(\{ clientSecret = /,
  );
});

test("its name is free again as soon as it is destroyed", () => {
  expect(stored().resource("portal", "aws_secretsmanager_secret", "portal")).toMatchObject({
    name: "krci/portal",
    recovery_window_in_days: 0,
  });
});
