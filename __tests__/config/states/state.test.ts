import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check } from "../../../commands/check";
import { UntrustedState, stateIn } from "../../../config/states/state";
import { withGrants, withTenant } from "../../access-text";
import { printed } from "../../commands/printed";
import { withPortal } from "../../portal-text";

const resource = (more: object) => ({ mode: "managed", type: "t", name: "n", instances: [], ...more });
const stateOf = (resources: readonly unknown[]) => JSON.stringify({ version: 4, outputs: {}, resources });

const hostile: readonly (readonly [what: string, text: string])[] = [
  ["no JSON", "{"],
  ["null", "null"],
  ["a list", "[]"],
  ["another version", JSON.stringify({ version: 3, resources: [] })],
  ["a resource that is null", stateOf([resource({}), null])],
  ["resources that are no list", JSON.stringify({ version: 4, resources: {} })],
  ["a name that no resource can have", stateOf([resource({ name: "x\u001b[2J" })])],
  ["a mode that no resource has", stateOf([resource({ mode: "made" })])],
  ["text around it", `x${stateOf([])}`],
];

test.each(
  hostile.flatMap(([what, text]) =>
    ["rbac-stage", "portal", "credentials", "attributes", "users"].map((stack) => [what, stack, text] as const),
  ),
)("%s as the state of %s is no answer: not one that nothing was left behind", (_, stack, text) => {
  const { code, stdout, stderr } = printed(
    { "access.yaml": withGrants("[]"), [`state/${stack}.tfstate`]: text },
    (file) => check({ file, json: false }),
  );
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toBe(
    `state/${stack}.tfstate cannot be trusted: it is not a Terraform state; check who can write to it, and restore an older version\n`,
  );
});

test.each([
  ["portal", withPortal(), resource({ type: "azuread_application_password", instances: [{ attributes: {} }] })],
  [
    "portal",
    withPortal(),
    resource({ type: "azuread_application_password", instances: [{ attributes: { end_date: "then" } }] }),
  ],
  [
    "users",
    withTenant(""),
    resource({ type: "msgraph_resource_action", instances: [{ attributes: { resource_url: 5 } }] }),
  ],
  [
    "attributes",
    withTenant(""),
    resource({ type: "msgraph_update_resource", instances: [{ attributes: { body: { value: "x" } } }] }),
  ],
])("a resource of %s that no provider writes is no answer", (stack, text, one) => {
  const { code, stdout, stderr } = printed(
    { "access.yaml": text, [`state/${stack}.tfstate`]: stateOf([one]) },
    (file) => check({ file, json: false }),
  );
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(`cannot be trusted: its ${one.type} is not as its provider writes it;`);
});

test("an address that stands for no name is told as it is", () => {
  const instances = [{ attributes: { resource_url: "users" } }];
  const { code, stdout } = printed(
    {
      "access.yaml": withTenant(""),
      "state/users.tfstate": stateOf([resource({ type: "msgraph_resource_action", name: "x_ffffffff_y", instances })]),
    },
    (file) => check({ file, json: false }),
  );
  expect(code).toBe(1);
  expect(stdout).toContain("users.x_ffffffff_y must stay until the account is disabled");
});

test("a folder in the place of states, one that is a file, and a state that is too large are no answer", () => {
  const { code, stderr } = printed({ "access.yaml": withTenant(""), state: "x" }, (file) =>
    check({ file, json: false }),
  );
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr:
      "state cannot be trusted: it is a file, not a folder; check who can write to it, and restore an older version\n",
  });
  const folder = mkdtempSync(join(tmpdir(), "entra-eks-"));
  try {
    mkdirSync(join(folder, "a"));
    expect(() => stateIn(join(folder, "a"))).toThrow(UntrustedState);
    expect(stateIn(join(folder, "none"))).toBeUndefined();
    writeFileSync(join(folder, "large"), "");
    truncateSync(join(folder, "large"), 64 * 1024 * 1024 + 1);
    expect(() => stateIn(join(folder, "large"))).toThrow("must be 64 MiB or less, got 67108865 bytes");
    writeFileSync(join(folder, "empty"), "");
    expect(stateIn(join(folder, "empty"))).toBeUndefined();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
