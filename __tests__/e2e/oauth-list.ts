import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { kubectl } from "./admin-kubectl";

/** The resource `OAuth` as far as a list of identity providers needs it; OpenShift's own definition judges more. */
const definition = {
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name: "oauths.config.openshift.io" },
  spec: {
    group: "config.openshift.io",
    names: { kind: "OAuth", listKind: "OAuthList", plural: "oauths", singular: "oauth" },
    scope: "Cluster",
    versions: [
      {
        name: "v1",
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: "object",
            properties: { spec: { type: "object", "x-kubernetes-preserve-unknown-fields": true } },
          },
        },
      },
    ],
  },
};

/** The identity providers of an OAuth server on a real API server. */
export class OAuthList {
  private readonly admin: readonly string[];
  private readonly folder = mkdtempSync(join(tmpdir(), "entra-eks-oauth-"));

  constructor(private readonly kubeconfig: string) {
    this.admin = ["--kubeconfig", kubeconfig];
    kubectl([...this.admin, "create", "-f", "-"], JSON.stringify(definition));
    kubectl([...this.admin, "wait", "--for=condition=Established", `crd/${definition.metadata.name}`]);
    const oc = join(this.folder, "oc");
    // What an operator types for oc is kubectl's too. Somebody else may be quicker: after the list was read, before it is replaced.
    const lines = [
      "#!/bin/sh",
      '[ "$1" = replace ] && [ -n "$MEANWHILE" ] || exec kubectl "$@"',
      "read=$(cat)",
      "kubectl annotate oauth cluster by=another >&2",
      `printf '%s' "$read" | kubectl "$@"`,
    ];
    writeFileSync(oc, `${lines.join("\n")}\n`);
    chmodSync(oc, 0o755);
  }

  set(spec: object): void {
    kubectl([...this.admin, "delete", "oauth.config", "cluster", "--ignore-not-found"]);
    const resource = { apiVersion: "config.openshift.io/v1", kind: "OAuth", metadata: { name: "cluster" }, spec };
    kubectl([...this.admin, "create", "-f", "-"], JSON.stringify(resource));
  }

  get(): unknown {
    const { spec } = JSON.parse(kubectl([...this.admin, "get", "oauth.config", "cluster", "-o", "json"])) as {
      spec: unknown;
    };
    return spec;
  }

  /** Runs what is printed, as somebody who pastes it. */
  run(printed: string, isLate = false): { readonly status: number | null; readonly stderr: string } {
    const env = {
      PATH: `${this.folder}:${process.env["PATH"] ?? ""}`,
      HOME: this.folder,
      KUBECONFIG: this.kubeconfig,
      ...(isLate ? { MEANWHILE: "yes" } : {}),
    };
    return spawnSync("sh", ["-c", printed], { encoding: "utf8", env });
  }

  end(): void {
    rmSync(this.folder, { recursive: true });
  }
}
