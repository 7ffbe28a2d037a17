import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deploy } from "../../commands/deploy";
import { synthesize } from "../../main";
import { bareEnvironment } from "../../sandbox/terraform/environment";
import { stacksIn, type WriteStacks } from "../../sandbox/terraform/synthesis";
import { findTerraform } from "../../sandbox/terraform/version";
import { withGrants } from "../access-text";
import { startObjectStore, type ObjectStore } from "./object-store";
import { realTest } from "./world";

const found = findTerraform(process.env, "terraform");
const real = realTest("missing" in found ? [found.missing] : []);
const text = `${withGrants("[{ group: devs, clusterRole: view }]", "{ devs: {} }")}backend: { type: s3, bucket: contoso-states, region: eu-central-1 }\n`;

let folder: string;
let store: ObjectStore;
const own = process.env;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "entra-eks-e2e-"));
  store = await startObjectStore("contoso-states");
  process.env = { ...bareEnvironment(own), HOME: folder, ...store.env, CDKTF_OUTDIR: join(folder, "cdktf.out") };
  writeFileSync(join(folder, "access.yaml"), text);
});
afterEach(async () => {
  process.env = own;
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Stacks without providers: people puts out an object ID, and the cluster puts out what it reads of it. */
const reduced =
  (objectId: string): WriteStacks =>
  (file, outdir) => {
    synthesize(file, outdir);
    for (const { name, directory } of stacksIn(outdir)) {
      const path = join(directory, "cdk.tf.json");
      const { data, terraform } = JSON.parse(readFileSync(path, "utf8")) as {
        readonly data?: { readonly terraform_remote_state?: object };
        readonly terraform: { readonly backend: object };
      };
      const reads = '${data.terraform_remote_state.people.outputs.group_object_ids["devs"]}';
      const value = name === "people" ? { devs: objectId } : reads;
      const states = data?.terraform_remote_state;
      writeFileSync(
        path,
        JSON.stringify({
          terraform: { backend: terraform.backend },
          ...(states === undefined ? {} : { data: { terraform_remote_state: states } }),
          output: { group_object_ids: { value } },
        }),
      );
    }
  };

async function deployed(writeStacks: WriteStacks) {
  const out = jest.spyOn(process.stdout, "write").mockReturnValue(true);
  const err = jest.spyOn(process.stderr, "write").mockReturnValue(true);
  const stacks = ["people", "rbac-prod"];
  const options = { file: join(folder, "access.yaml"), json: true, yes: true, changed: true, olderRelease: false };
  try {
    const code = await deploy({ ...options, stacks, writeStacks });
    const said = out.mock.calls.map(([chunk]) => String(chunk)).join("");
    const { stacks: told = [] } = (said === "" ? {} : JSON.parse(said)) as {
      readonly stacks?: readonly { readonly stack: string; readonly outcome: string }[];
    };
    const outcomes = Object.fromEntries(told.map(({ stack, outcome }) => [stack, outcome]));
    return { code, outcomes, stderr: err.mock.calls.map(([chunk]) => String(chunk)).join("") };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

real("states in S3: what is as deployed is left out, another's deployment and another output are seen", async () => {
  const first = await deployed(reduced("1"));
  expect(first).toMatchObject({ code: 0, outcomes: { people: "applied", "rbac-prod": "applied" } });
  expect(readdirSync(join(folder, ".entra-eks", "deployed")).filter((name) => name.endsWith(".json"))).toEqual([
    "people.json",
    "rbac-prod.json",
  ]);
  const same = { people: "as deployed", "rbac-prod": "as deployed" };
  expect(await deployed(reduced("1"))).toMatchObject({ code: 0, outcomes: same });

  const key = "entra-eks/people.tfstate";
  const state = JSON.parse(store.objects.get(key)!) as { serial: number };
  store.objects.set(key, JSON.stringify({ ...state, serial: state.serial + 1 }));
  const after = await deployed(reduced("1"));
  expect(after).toMatchObject({ code: 0, outcomes: { people: "unchanged", "rbac-prod": "as deployed" } });

  const other = await deployed(reduced("2"));
  expect(other).toMatchObject({ code: 0, outcomes: { people: "applied", "rbac-prod": "applied" } });
  expect(store.objects.get("entra-eks/rbac-prod.tfstate")).toContain('"2"');
});

real("states in S3: without credentials there is one sentence", async () => {
  process.env["AWS_ACCESS_KEY_ID"] = "AKIAUNKNOWN";
  Reflect.deleteProperty(process.env, "AWS_SECRET_ACCESS_KEY");
  const { code, stderr } = await deployed(reduced("1"));
  expect(code).toBe(2);
  expect((JSON.parse(stderr) as { readonly error: string }).error).toMatch(
    /^Terraform cannot read the outputs of stack "(people|rbac-prod)" from s3:\/\/contoso-states\/entra-eks\/\1\.tfstate: /,
  );
});
