import { rmSync } from "node:fs";
import { withTenant } from "../../access-text";
import { Operator, runsOf } from "./operator";

const text = withTenant(`
groups: { devs: { members: [ada@contoso.com] } }
clusters:
  c0:
    eks: { name: c0-eks, region: eu-central-1 }
    grants: [{ group: devs, clusterRole: view }]
`);

let operator: Operator;
beforeEach(async () => {
  operator = new Operator();
  await operator.write(text).deploy();
});
afterEach(() => {
  operator.end();
});

test("stacks are destroyed in reverse order, and nothing is left", async () => {
  const { code, stdout, log } = await operator.destroy();
  expect(code).toBe(0);
  expect(log.indexOf("apply people")).toBeGreaterThan(log.indexOf("applied rbac-c0"));
  expect(log.indexOf("apply login")).toBeGreaterThan(log.indexOf("applied eks-c0"));
  expect(stdout).toContain("people: 1 to destroy\n    - azuread_group.devs\n");
  expect(stdout).toContain("4 stacks destroyed.");
  for (const stack of ["people", "login", "eks-c0", "rbac-c0"]) expect(operator.state(stack).resources).toEqual([]);
  expect((await operator.destroy()).stdout).toBe("Nothing to do.\n");
});

test("a stack on which another one still stands is not destroyed", async () => {
  const { code, stderr, log } = await operator.destroy({ stacks: ["people"] });
  expect({ code, log }).toEqual({ code: 2, log: [] });
  expect(stderr).toBe(
    "people cannot be destroyed before rbac-c0, which comes after it and still holds resources. Destroy them in one: npx entra-eks destroy people rbac-c0\n",
  );
});

test("what is protected stops everything before anything is gone", async () => {
  const protects = "Instance cannot be destroyed\nResource azuread_application.login has lifecycle.prevent_destroy set";
  operator.write(text, { fails: { "plan login": protects } });
  const { code, stderr, log } = await operator.destroy();
  expect({ code, applied: runsOf(log, "apply") }).toEqual({ code: 1, applied: [] });
  expect(stderr).toContain("login has what must not be destroyed by accident. To destroy the application");
  expect(stderr).toContain("Nothing was destroyed.");
});

test("JSON has every stack also where one cannot be planned, and nothing is destroyed", async () => {
  operator.write(text, { fails: { "plan login": "No" } });
  const { code, stdout, log } = await operator.destroy({ json: true });
  expect({ code, applied: runsOf(log, "apply") }).toEqual({ code: 1, applied: [] });
  const { stacks } = JSON.parse(stdout) as { readonly stacks: readonly { stack: string; outcome: string }[] };
  expect(Object.fromEntries(stacks.map(({ stack, outcome }) => [stack, outcome]))).toEqual({
    login: "failed",
    ...{ people: "not run", "eks-c0": "not run", "rbac-c0": "not run" },
  });
});

test("after a failure what the stack stands on stays", async () => {
  operator.write(text, { fails: { "apply rbac-c0": "No" } });
  const { code, stdout, log } = await operator.destroy();
  expect(code).toBe(1);
  expect(runsOf(log, "applied").sort()).toEqual(["applied eks-c0", "applied login"]);
  expect(stdout).toContain("people was not run: rbac-c0 was not destroyed");
});

test("without a terminal, and without --yes, nothing is destroyed", async () => {
  const { code, log } = await operator.destroy({ yes: false });
  expect({ code, log }).toEqual({ code: 2, log: [] });
});

test("a stack that is in the file no more is destroyed once its entry is back", async () => {
  await operator.write(`${text}login: { kubectl: confidential }\n`).deploy({ stacks: ["login", "credentials"] });
  rmSync(operator.statePath("credentials"));
  operator.write(text);
  const { code, stderr, log } = await operator.destroy({ stacks: ["credentials"] });
  expect({ code, log }).toEqual({ code: 2, log: [] });
  expect(stderr).toBe(
    "The access file has no stack credentials any more. Put its entry back as it was, run npx entra-eks destroy credentials, then delete the entry.\n",
  );
});
