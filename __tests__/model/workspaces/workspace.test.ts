import fc from "fast-check";
import { parse, stringify } from "yaml";
import { workspacesOf, type Workspace } from "../../../model/workspaces/workspace";
import { accessOf, mistakesIn } from "../../access-text";
import { accessText } from "../../random-access";
import { everything } from "./everything";
import { synthesizedOrder, type SynthesizedStack } from "./synthesized-order";

const place = { hostname: "app.terraform.io", organization: "contoso", project: "access", prefix: "entra-" };
const inCloud = (text: string) => `${text}\nbackend: { type: cloud, organization: contoso, prefix: entra- }\n`;

/** What the model says, in the words of the synthesized JSON. */
function ofModel(workspaces: readonly Workspace[]): Record<string, SynthesizedStack> {
  const named = (stack: string) => workspaces.find((one) => one.stack === stack)!;
  const before = (stack: string): string[] => named(stack).after.flatMap((other) => [other, ...before(other)]);
  const entries = workspaces.map((one): [string, SynthesizedStack] => [
    one.stack,
    {
      workspace: one.name,
      reads: one.reads.map((stack) => named(stack).name).sort(),
      before: [...new Set(before(one.stack))].sort(),
      needsMachine: one.execution === "local",
    },
  ]);
  return Object.fromEntries(entries);
}

function expectSame(text: string): void {
  const workspaces = workspacesOf(accessOf(text), place);
  const { program, stacks } = synthesizedOrder(inCloud(text));
  expect(ofModel(workspaces)).toEqual(stacks);
  for (const { stack, name, readBy, after, triggeredBy, execution } of workspaces) {
    const readers = Object.entries(stacks).filter(([, { reads }]) => reads.includes(name));
    expect([stack, [...readBy].sort()]).toEqual([stack, readers.map(([reader]) => reader).sort()]);
    expect([stack, [...after].sort()]).toEqual([stack, [...(program.dependencies[stack] ?? [])].sort()]);
    expect([stack, triggeredBy]).toEqual([stack, execution === "remote" ? after : []]);
    expect(triggeredBy.length).toBeLessThanOrEqual(20);
  }
}

test("order, triggers and sharing of a file with everything equal the references in the synthesized JSON", () => {
  expect(mistakesIn(everything)).toEqual([]);
  expectSame(everything);
});

/** More ways in which stacks depend on each other than any access file has by chance. */
const variation = fc.record({
  absent: fc.boolean(),
  portalGroups: fc.boolean(),
  breakGlass: fc.boolean(),
  attributes: fc.boolean(),
  left: fc.boolean(),
});

test("they equal them in any access file", () => {
  let judged = 0;
  fc.assert(
    fc.property(accessText, variation, (text, { absent, portalGroups, breakGlass, attributes, left }) => {
      const access = parse(text) as Record<string, Record<string, unknown> | undefined>;
      const [group = ""] = Object.keys(access["groups"] ?? {});
      const stage = access["clusters"]?.["stage"] as Record<string, unknown> | undefined;
      if (absent && stage !== undefined) Object.assign(stage, { state: "absent", grants: [] });
      if (portalGroups && access["portal"] !== undefined) Object.assign(access["portal"], { groups: { admin: group } });
      if (breakGlass) access["login"] = { ...access["login"], conditionalAccess: { breakGlass: group, mfa: true } };
      if (!attributes) delete access["attributes"];
      if (left) access["users"] = { ...access["users"], "otto@contoso.com": { left: true } };
      const changed = stringify(access);
      if (mistakesIn(changed).length > 0) return;
      judged += 1;
      expectSame(changed);
    }),
    { numRuns: 40, seed: 18 },
  );
  expect(judged).toBeGreaterThan(15);
});

test("each stack comes after those that it needs, so that the list is an order to run in", () => {
  const stacks = workspacesOf(accessOf(everything), place);
  const known = stacks.map(({ stack }) => stack);
  const early = stacks.flatMap(({ stack, after }, index) =>
    after.filter((other) => known.indexOf(other) >= index).map((other) => `${stack} before ${other}`),
  );
  expect(early).toEqual([]);
});

test("a stack has credentials for the clouds that its providers are of, and for no other", () => {
  const { program } = synthesizedOrder(inCloud(everything));
  const remote = workspacesOf(accessOf(everything), place).filter(({ execution }) => execution === "remote");
  const expected = remote.map(({ stack }) => {
    const has = (...names: string[]) => names.some((name) => name in program.find(stack, "provider"));
    return [stack, [...(has("azuread", "msgraph") ? ["azure"] : []), ...(has("aws") ? ["aws"] : [])]];
  });
  expect(remote.map(({ stack, clouds }) => [stack, clouds])).toEqual(expected);
});

const variablesOf = (stack: string) =>
  workspacesOf(accessOf(everything), place)
    .find((one) => one.stack === stack)
    ?.variables.map(({ key }) => key);

test("a plan has an identity of its own where it needs less than an apply", () => {
  expect(variablesOf("people")).toEqual([
    "TFC_AZURE_PROVIDER_AUTH",
    "TFC_AZURE_PLAN_CLIENT_ID",
    "TFC_AZURE_APPLY_CLIENT_ID",
    "ARM_TENANT_ID",
  ]);
  // It only looks, so both phases need the same.
  expect(variablesOf("eks-abroad")).toEqual(["TFC_AWS_PROVIDER_AUTH", "TFC_AWS_RUN_ROLE_ARN"]);
  // AWS lets both phases do the same, but the API server does not.
  expect(variablesOf("rbac-prod")).toEqual([
    "TFC_AWS_PROVIDER_AUTH",
    "TFC_AWS_PLAN_ROLE_ARN",
    "TFC_AWS_APPLY_ROLE_ARN",
  ]);
});

test("no workspace has a variable of Kubernetes, and none has a stored secret", () => {
  const variables = workspacesOf(accessOf(everything), place).flatMap((one) => one.variables);
  expect(variables.filter(({ key }) => /KUBE|SECRET|PASSWORD|TOKEN|ACCESS_KEY/.test(key))).toEqual([]);
});

test("the subject of a run is what HCP Terraform writes into its token", () => {
  const [, people] = workspacesOf(accessOf(everything), place);
  expect(people?.subjects).toEqual({
    plan: "organization:contoso:project:access:workspace:entra-people:run_phase:plan",
    apply: "organization:contoso:project:access:workspace:entra-people:run_phase:apply",
  });
});

test("what a runner lacks is told, and such a workspace only keeps the state", () => {
  const local = workspacesOf(accessOf(everything), place).filter(({ execution }) => execution === "local");
  expect(Object.fromEntries(local.map(({ stack, missingOnRunner }) => [stack, missingOnRunner]))).toEqual({
    "eks-desk": ["the AWS profile desk"],
    "rbac-desk": ["the AWS profile desk"],
    "rbac-plugin": ["the AWS CLI"],
    "rbac-file": ["the kubeconfig ~/.kube/config and the programs that it starts, such as kubelogin"],
    "rbac-kind": ["the kubeconfig ~/.kube/config and the programs that it starts, such as kubelogin"],
    "rbac-azure": ["the kubeconfig ~/.kube/config and the programs that it starts, such as kubelogin"],
    "rbac-shift": ["the kubeconfig ~/.kube/config and the programs that it starts, such as kubelogin"],
    "openshift-shift": ["the kubeconfig ~/.kube/config and the programs that it starts, such as kubelogin"],
    "rbac-classic": ["the kubeconfig ~/.kube/config and the programs that it starts, such as kubelogin"],
    "client-grafana": ["the kubeconfig ~/.kube/config and the programs that it starts, such as kubelogin"],
    "client-stored": ["the AWS profile desk"],
  });
  expect(local.flatMap(({ variables, triggeredBy }) => [...variables, ...triggeredBy])).toEqual([]);
});
