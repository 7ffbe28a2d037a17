import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeploymentRecords } from "../../../commands/deploy/deployment-record";
import type { DeploymentRun } from "../../../commands/deploy/deployment-run";
import { goneLines } from "../../../commands/deploy/gone-stacks";
import { stateOf } from "../../../config/states/state";
import { placeInWords, statePlace } from "../../../model/states/state-place";
import { accessOf, withTenant } from "../../access-text";

test("a stack that is in the file no more is told as long as its state holds something, then forgotten", async () => {
  const directory = mkdtempSync(join(tmpdir(), "entra-eks-"));
  const access = accessOf(withTenant("backend: { type: s3, bucket: states, region: eu-central-1 }\n"));
  const records = new DeploymentRecords({ access, directory });
  const record = { format: 1, release: "1.0.0", terraform: "", deployedAt: "", configuration: "" } as const;
  records.keep(
    "rbac-old",
    {
      ...record,
      providers: {},
      inputs: "",
      place: placeInWords(statePlace({ access, directory }, "rbac-old")),
      state: null,
      unfinished: null,
    },
    "tenant: x\n",
  );
  const holding = (count: number) => ({
    read: () => {
      const resource = { mode: "managed", type: "a", name: "b", instances: Array(count).fill({}) as object[] };
      return Promise.resolve(stateOf(JSON.stringify({ version: 4, resources: [resource] }), "state"));
    },
  });
  const told = (count: number) => goneLines({ program: [], records, run: holding(count) as unknown as DeploymentRun });
  expect(await told(2)).toEqual([
    "note: rbac-old is not in the access file any more, and its state still holds 2 resources, which nothing takes away. Put its entry back, destroy the stack, then delete the entry.",
  ]);
  expect(records.stacks()).toEqual(["rbac-old"]);
  expect(await told(0)).toEqual([]);
  expect(records.stacks()).toEqual([]);
  rmSync(directory, { recursive: true });
});
