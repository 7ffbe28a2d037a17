import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeploymentRecords } from "../../../commands/deploy/deployment-record";
import type { DeploymentRun } from "../../../commands/deploy/deployment-run";
import { goneLines } from "../../../commands/deploy/gone-stacks";
import { stateOf } from "../../../config/states/state";
import { placeInWords, statePlace } from "../../../model/states/state-place";
import { accessOf, withTenant } from "../../access-text";

/** What is told of a stack that is in the file no more, by what its state holds, and the records that are kept. */
async function gone(stack: string, resources: readonly object[]): Promise<[lines: string[], kept: string[]]> {
  const directory = mkdtempSync(join(tmpdir(), "entra-eks-"));
  const access = accessOf(withTenant("backend: { type: s3, bucket: states, region: eu-central-1 }\n"));
  const records = new DeploymentRecords({ access, directory });
  const record = { format: 1, release: "1.0.0", terraform: "", deployedAt: "", configuration: "" } as const;
  records.keep(
    stack,
    {
      ...record,
      providers: {},
      inputs: "",
      place: placeInWords(statePlace({ access, directory }, stack)),
      state: null,
      unfinished: null,
    },
    "tenant: x\n",
  );
  const read = () => Promise.resolve(stateOf(JSON.stringify({ version: 4, resources }), "state"));
  const run = { read } as unknown as DeploymentRun;
  const lines = await goneLines({ program: [], records, run });
  const kept = records.stacks();
  rmSync(directory, { recursive: true });
  return [lines, kept];
}

const holding = (type: string, ...attributes: readonly object[]) => ({
  mode: "managed",
  type,
  name: "one",
  instances: attributes.map((one) => ({ attributes: one })),
});

test("a stack that is in the file no more is told as long as its state holds something, then forgotten", async () => {
  expect(await gone("rbac-old", [holding("kubernetes_role_binding_v1", {}, {})])).toEqual([
    [
      "note: rbac-old is not in the access file any more, and its state still holds 2 resources, which nothing takes away. Put its entry back, destroy the stack, then delete the entry.",
    ],
    ["rbac-old"],
  ]);
  expect(await gone("rbac-old", [holding("kubernetes_role_binding_v1")])).toEqual([[], []]);
});

test("a stack that only sent requests leaves nothing to take away", async () => {
  const requests = [holding("msgraph_resource_action", {}), holding("terraform_data", {})];
  expect(await gone("users", requests)).toEqual([[], []]);
});

test("attributes are told as long as Entra stores values, which destroying would not clear", async () => {
  const value = (team: string | null) =>
    holding("msgraph_update_resource", { body: { value: { extension_1_team: team } } });
  expect(await gone("attributes", [value("a"), value(null)])).toEqual([
    [
      "note: attributes is not in the access file any more, and Entra still stores values of one person, which nothing clears. Put the attributes back with retired: true, deploy attributes, then delete them.",
    ],
    ["attributes"],
  ]);
  expect(await gone("attributes", [value(null)])).toEqual([[], []]);
});
