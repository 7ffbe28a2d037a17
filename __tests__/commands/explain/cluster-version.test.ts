import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clusterVersion } from "../../../commands/explain/cluster-version";
import { accessOf, withGrants } from "../../access-text";
import { stateOf } from "../deployed";

test("the version is that of the last deployment, and no older state of EKS tells it of another kind", () => {
  const directory = mkdtempSync(join(tmpdir(), "entra-eks-"));
  try {
    mkdirSync(join(directory, "state"));
    const instances = [{ attributes: { version: "1.31" } }];
    const cluster = { mode: "data", type: "aws_eks_cluster", name: "cluster", instances };
    writeFileSync(join(directory, "state", "eks-prod.tfstate"), stateOf({}, [cluster]));
    const of = (text: string) => clusterVersion({ access: accessOf(text), directory }, "prod");
    expect(of(withGrants("[]"))).toEqual({ major: 1, minor: 31 });
    const elsewhere = withGrants("[]").replace(/eks: .*/, "kubernetes: { kubeconfig: config, context: prod }");
    expect(of(elsewhere)).toBeUndefined();
  } finally {
    rmSync(directory, { recursive: true });
  }
});
