import { failureOf } from "../../../commands/deploy/failure";
import { withoutSecrets } from "../../../commands/deploy/without-secrets";

const env = { ARM_CLIENT_SECRET: "q~very-secret-value", HOME: "/home/ada" };

function adviceFor(summary: string, detail = "", stateFile?: string): string | undefined {
  const end = { status: 1, text: "", diagnostics: [{ severity: "error" as const, summary, detail }] };
  const directory = "cdktf.out/stacks/people";
  return failureOf(end, { stack: "people", directory, stateFile, binary: "terraform", env }).advice;
}

const lockInfo = (message: string, path: string) => `Error message: ${message}
Lock Info:
  ID:        6c2a3f0e-1d2b-4c5d-8e9f-000000000001
  Path:      ${path}
  Operation: OperationTypeApply
  Who:       ada@laptop
  Version:   1.11.4
  Created:   2026-11-27 09:30:01.123456 +0000 UTC
  Info:      `;

test("a lock that is kept elsewhere: who holds it since when, and the command that frees it", () => {
  const info = lockInfo("PreconditionFailed", "contoso-states/access/people.tfstate");
  expect(adviceFor("Error acquiring the state lock", info)).toBe(
    "The state of people is locked by ada@laptop since 2026-11-27 09:30:01: another run deploys it. Wait until it ends. If none is running, free the state: terraform -chdir=cdktf.out/stacks/people force-unlock 6c2a3f0e-1d2b-4c5d-8e9f-000000000001",
  );
});

test("a lock of a file, which Terraform frees for nobody: it ends with its process, and how that is found", () => {
  const info = lockInfo("resource temporarily unavailable", "/srv/access/my state/people.tfstate");
  const advice = adviceFor("Error acquiring the state lock", info, "my state/people.tfstate");
  expect(advice).toBe(
    "The state of people is locked by ada@laptop since 2026-11-27 09:30:01: another run deploys it, or the Terraform of a killed run still writes what it did. Wait until that Terraform ends: the state is then free. If it hangs, end it. This prints its process, on the machine where it runs: lsof -t 'my state/people.tfstate'",
  );
});

test("a lock that a moment ago had no holder's name yet is held all the same", () => {
  const message = "Error message: 2 errors occurred: * resource temporarily unavailable * no such file or directory";
  expect(adviceFor("Error acquiring the state lock", message, "state/people.tfstate")).toMatch(
    /^The state of people is locked: another run .* lsof -t state\/people\.tfstate$/,
  );
});

test.each([
  [
    "AccessDenied: not authorized to perform: s3:PutObject",
    /may not lock the state of people.*lock file beside.*states\.md#s3$/,
  ],
  ["ExpiredToken: The provided token has expired.", /^Terraform cannot sign in to AWS for people/],
  ["NoSuchBucket", undefined],
])("a lock that cannot be written is no lock that somebody holds: %s", (message, advice) => {
  const said = adviceFor("Error acquiring the state lock", `Error message: operation error S3: PutObject, ${message}`);
  if (advice === undefined) expect(said).toBeUndefined();
  else expect(said).toMatch(advice);
});

test("groups that are there already: the command that takes each into the state, and what else they may be", () => {
  const [one, two] = ["550bb62f-8552-4bbe-bb55-52a0f141d4cb", "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d"];
  const error = (name: string, id: string, key: string) => ({
    severity: "error" as const,
    summary: `An existing "azuread_group" with name "${name}" (ID: "${id}") was found and \`prevent_duplicate_names\` was specified`,
    detail: "To be managed via Terraform, this resource needs to be imported into the State.",
    address: `azuread_group.${key}`,
  });
  const diagnostics = [error("Our devs", one, "devs"), error("ops", two, "ops")];
  const props = { stack: "people", directory: "cdktf.out/stacks/people", binary: "terraform", env };
  expect(failureOf({ status: 1, text: "", diagnostics }, props).advice).toMatch(
    new RegExp(
      `^Entra has the group "Our devs" already\\. If a run of this file that was cut off has made it, take it into the state: terraform -chdir=cdktf.out/stacks/people import azuread_group\\.devs /groups/${one}
Entra has the group "ops" already\\. .* import azuread_group\\.ops /groups/${two}
If it is somebody else's: .*docs/what-exists-already\\.md$`,
    ),
  );
});

test("a state of a newer Terraform: which to use", () => {
  const said =
    "Error refreshing state: state snapshot was created by Terraform v1.16.0, which is newer than current v1.11.4; upgrade to Terraform v1.16.0 or greater to work with this state";
  expect(adviceFor(said)).toBe(
    "The state of people was written by Terraform 1.16.0, and this is 1.11.4. Use 1.16.0 or newer.",
  );
});

test.each([
  [
    "unable to build authorizer for Microsoft Graph API: could not configure AzureCli Authorizer",
    /sign in to Entra.*az login/,
  ],
  [
    'cannot request token: Post "https://login.microsoftonline.com/x": dial tcp: lookup login.microsoftonline.com on 10.0.0.1:53: no such host',
    /^Terraform does not reach login\.microsoftonline\.com\. Look at the network/,
  ],
  ["No valid credential sources found", /sign in to AWS.*AWS_PROFILE/],
  [
    "Backend configuration changed",
    /another access file, move nothing: .* CDKTF_OUTDIR\. If you have changed backend, .* npx cdktf deploy '\*' --migrate-state/,
  ],
  ["Resource instance managed by newer provider version", /terraform\.providers/],
  ["Saved plan is stale", /Somebody else has deployed people/],
  ["Unable to find remote state", /not deployed/],
])("%s: what to do", (summary, advice) => {
  expect(adviceFor(summary)).toMatch(advice);
});

test("a tab in Terraform's words is no sign of its own", () => {
  const diagnostics = [{ severity: "error" as const, summary: "No", detail: "Attempted:\n\tAzureCLICredential" }];
  const props = { stack: "people", directory: "", binary: "terraform", env };
  expect(failureOf({ status: 1, text: "", diagnostics }, props).terraform).toBe(
    "Error: No\nAttempted:\n  AzureCLICredential",
  );
});

test("other words of Terraform's stand for themselves", () => {
  expect(adviceFor("Group name is taken")).toBeUndefined();
});

test("a run that says nothing says how it ended", () => {
  const end = { status: null, text: "", diagnostics: [] };
  const props = { stack: "people", directory: "", binary: "terraform", env };
  expect(failureOf(end, props).terraform).toBe("Terraform ended with a signal.");
});

test("secrets of the environment, tokens and passwords of a request are taken out", () => {
  const said = withoutSecrets(
    "q~very-secret-value; Authorization: Bearer abc.def; eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl in /home/ada",
    env,
  );
  expect(said).toBe("(secret); Authorization: Bearer (secret); (token) in /home/ada");
});

test("what somebody has put before the host of a proxy is taken out, also where Go repeats it whole", () => {
  const proxy = {
    HTTPS_PROXY: "http://ada:very secret@proxy.contoso.com:8080",
    REGISTRY: "https://npm.contoso.com/@contoso",
  };
  const said = 'invalid proxy address "http://ada:very secret@proxy.contoso.com:8080", asked npm.contoso.com/@contoso';
  expect(withoutSecrets(said, proxy)).toBe(
    'invalid proxy address "http://(secret)@proxy.contoso.com:8080", asked npm.contoso.com/@contoso',
  );
});

test("a folder that means something to a shell stands in apostrophes in what people are to type", () => {
  const directory = "x;$(touch y)/stacks/people";
  const said = { status: 1, text: "The folder has an errored.tfstate of an earlier run", diagnostics: [] };
  expect(failureOf(said, { stack: "people", directory, binary: "terraform", env }).advice).toContain(
    "terraform -chdir='x;$(touch y)/stacks/people' state push errored.tfstate && rm 'x;$(touch y)/stacks/people'/errored.tfstate",
  );
});
