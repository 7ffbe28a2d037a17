import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { total } from "../bench/resources";
import { synthesizeInTurn } from "../bench/synthesis";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "entra-eks-"))));
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test("the bare program that is measured makes the resources that this one makes", async () => {
  const size = { groups: 13, members: 20, clusters: 2, grants: 45 };
  const { resources } = await synthesizeInTurn(size, folder, 1, () => undefined);
  expect(total(resources)).toBe(121);
});
