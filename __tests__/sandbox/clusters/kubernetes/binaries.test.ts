import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBinaries } from "../../../../sandbox/clusters/kubernetes/binaries";

const folder = mkdtempSync(join(tmpdir(), "binaries-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function program(...path: readonly string[]): string {
  const file = join(folder, ...path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, "");
  chmodSync(file, 0o755);
  return file;
}

test("KUBEBUILDER_ASSETS comes before the cache, and the cache before PATH", () => {
  const [assets] = [program("assets", "etcd"), program("path", "etcd"), program("path", "kube-apiserver")];
  const cached = program("home", ".cache", "entra-eks", "kube-apiserver");
  const env = {
    KUBEBUILDER_ASSETS: join(folder, "assets"),
    HOME: join(folder, "home"),
    PATH: `:${join(folder, "path")}`,
  };
  expect(findBinaries(env)).toEqual({ etcd: assets, kubeApiserver: cached });
});

test("what is missing is said, and how to get it", () => {
  program("only", "etcd");
  mkdirSync(join(folder, "only", "kube-apiserver"));
  const found = findBinaries({ PATH: join(folder, "only") });
  expect(found).toEqual({
    missing: expect.stringMatching(
      /^no kube-apiserver in .*1.34 or newer; setup-envtest has it, or run sandbox\/clusters\/kubernetes\/build.sh/,
    ) as string,
  });
  expect(findBinaries({})).toEqual({ missing: expect.stringMatching(/^no etcd and no kube-apiserver in /) as string });
});
