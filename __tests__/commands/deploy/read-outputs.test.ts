import { digestOf, lackedStacks, readOutputs } from "../../../commands/deploy/read-outputs";
import { withGrants } from "../../access-text";
import { accessOf } from "../../access-text";
import { synthesize } from "../../../main";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const configuration = (expression: string) =>
  JSON.stringify({
    data: { terraform_remote_state: { people: { "//": { metadata: { path: "rbac-prod/people" } } } } },
    locals: { text: expression },
  });

test.each([
  ['${data.terraform_remote_state.people.outputs.group_object_ids["devs"]}', ["group_object_ids", "devs"]],
  ["entra:${data.terraform_remote_state.people.outputs.client_id}", ["client_id"]],
  ['${data.terraform_remote_state.people.outputs["client_id"].value.more}', ["client_id", "value"]],
  ["${data.terraform_remote_state.people.outputs.group_object_ids[local.key]}", ["group_object_ids"]],
  ['${data.terraform_remote_state.people.outputs.ids["${local.key}"]}', ["ids"]],
  ["${jsonencode(data.terraform_remote_state.people.outputs)}", []],
])("%s reads that much, and never less", (expression, path) => {
  expect(readOutputs(configuration(expression))).toEqual([{ stack: "people", path }]);
});

test("a grant reads the object ID of its group alone", () => {
  const folder = mkdtempSync(join(tmpdir(), "entra-eks-"));
  const groups = "{ devs: {}, ops: {} }";
  synthesize(
    { access: accessOf(withGrants("[{ group: devs, clusterRole: view }]", groups)), directory: folder },
    folder,
  );
  const text = readFileSync(join(folder, "stacks", "rbac-prod", "cdk.tf.json"), "utf8");
  rmSync(folder, { recursive: true });
  const reads = readOutputs(text);
  expect(reads).toEqual([{ stack: "people", path: ["group_object_ids", "devs"] }]);
  const outputs = (devs: string, ops: string) => () => ({ group_object_ids: { value: { devs, ops } } });
  expect(digestOf(reads, outputs("1", "2"))).toBe(digestOf(reads, outputs("1", "3")));
  expect(digestOf(reads, outputs("1", "2"))).not.toBe(digestOf(reads, outputs("3", "2")));
});

test("what a stack has not put out yet is lacked, and no other", () => {
  const reads = [
    { stack: "people", path: ["group_object_ids", "new"] },
    { stack: "login", path: ["client_id"] },
  ];
  const outputs = (stack: string) =>
    stack === "login" ? { client_id: { value: "1" } } : { group_object_ids: { value: {} } };
  expect(lackedStacks(reads, outputs)).toEqual(["people"]);
});
