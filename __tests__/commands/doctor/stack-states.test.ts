import { utimesSync } from "node:fs";
import { join } from "node:path";
import { stackStates } from "../../../commands/doctor/stack-states";
import { loadAccess } from "../../../config/load";
import { tenant, withGrants } from "../../access-text";
import { deployed, stateOf } from "../deployed";
import { folderWith, inShort } from "./machine";

const access = withGrants("[{ group: devs, clusterRole: view }]");
const resource = (type: string, instances = 1) => ({
  mode: "managed",
  type,
  name: "one",
  instances: Array.from({ length: instances }, () => ({ attributes: {} })),
});
const files = {
  "access.yaml": access,
  "state/people.tfstate": stateOf({ group_object_ids: { devs: deployed.clientId } }),
  "state/login.tfstate": stateOf({ client_id: deployed.clientId, issuer_url: deployed.issuer, tenant_id: tenant }),
  "state/eks-prod.tfstate": stateOf({ cluster_name: "prod-eks" }, [resource("aws_eks_identity_provider_config")]),
  "state/rbac-prod.tfstate": stateOf({}, [resource("kubernetes_cluster_role_binding_v1")]),
};
function look(changed: Readonly<Record<string, string>> = {}, age = 60) {
  const folder = folderWith({ ...files, ...changed });
  const seconds = Date.now() / 1000 - age;
  utimesSync(join(folder, "access.yaml"), seconds, seconds);
  return stackStates(loadAccess(join(folder, "access.yaml")));
}

test("states that are as the file wants them are fine", () => {
  expect(inShort(look())).toEqual(Array<string>(4).fill("fine state"));
});

test("before the first deployment one sentence is enough", () => {
  const folder = folderWith({ "access.yaml": access });
  expect(inShort(stackStates(loadAccess(join(folder, "access.yaml"))))).toEqual(["warning states-none"]);
});

test("a stack without a state is told beside others", () => {
  expect(inShort(look({ "state/rbac-prod.tfstate": "" }))).toContain("warning state-missing");
});

test("a state that is none is broken", () => {
  expect(inShort(look({ "state/login.tfstate": "{" }))).toContain("broken state-unreadable");
});

test.each([
  [
    "another issuer",
    "login",
    stateOf({ client_id: "x", issuer_url: `https://sts.windows.net/${tenant}/` }),
    "its issuer is https://sts.windows.net/",
  ],
  ["another tenant", "login", stateOf({ client_id: "x", tenant_id: "y" }), "its tenant is y"],
  ["no application", "login", stateOf({}), "it has no application"],
  ["a group less", "people", stateOf({ group_object_ids: {} }), "it lacks the group devs"],
  ["a group more", "people", stateOf({ group_object_ids: { devs: "a", old: "b" } }), "it still has the group old"],
  [
    "another cluster",
    "eks-prod",
    stateOf({ cluster_name: "old" }, [resource("aws_eks_identity_provider_config")]),
    "its cluster is old, and the file wants prod-eks",
  ],
  ["no association", "eks-prod", stateOf({ cluster_name: "prod-eks" }), "it has no association"],
  [
    "other bindings",
    "rbac-prod",
    stateOf({}, [resource("kubernetes_role_binding_v1", 2)]),
    "it has 2 bindings, and the file wants 1",
  ],
])("a state with %s is older than the file", (_, stack, state, words) => {
  const older = look({ [`state/${stack}.tfstate`]: state }).filter(({ severity }) => severity !== "fine");
  expect(inShort(older)).toEqual(["warning state-older"]);
  expect(older[0]?.sentence).toContain(`The stack "${stack}" is older than the access file: `);
  expect(older[0]?.sentence).toContain(words);
});

test("a file that was changed after a state is no warning, since Terraform does not write what stays as it is", () => {
  const [people] = look({}, -60);
  expect(people).toMatchObject({
    severity: "fine",
    sentence: expect.stringContaining("npx cdktf diff people") as string,
  });
});

test("a lock is told with who holds it and since when", () => {
  const lock = JSON.stringify({
    ID: "1",
    Operation: "OperationTypeApply",
    Who: "ada@laptop",
    Created: "2030-01-01T00:00:00Z",
  });
  const found = look({ "state/.login.tfstate.lock.info": lock }).filter(({ id }) => id === "state-locked");
  expect(found).toMatchObject([
    {
      severity: "warning",
      sentence:
        'The stack "login" is locked since 2030-01-01T00:00:00Z by ada@laptop (apply), or was when that run was killed',
    },
  ]);
  expect(inShort(look({ "state/.login.tfstate.lock.info": "?" }))).toContain("warning state-locked");
});

test("states that are no files here are not looked at", () => {
  const backend = "backend: { type: s3, bucket: contoso-terraform, region: eu-central-1 }";
  expect(look({ "access.yaml": `${access}${backend}\n` })).toMatchObject([
    { severity: "not-looked-at", sentence: expect.stringContaining("s3://contoso-terraform/") as string },
  ]);
});
