import { join } from "node:path";
import { workspaces } from "../../commands/workspaces";
import type { Workspace } from "../../model/workspaces/workspace";
import { printed } from "../commands/printed";
import { blocksOf, read } from "./page";

const page = read("docs/hcp-terraform.md");
const smallest = blocksOf("README.md").find(({ language }) => language === "yaml")?.text ?? "";
const backend = /^(backend: \{.*\})$/m.exec(page)?.[1] ?? "";
const run = (text: string, format: "table" | "json") =>
  printed({ "access.yaml": text }, (file) => workspaces({ file, format, organization: "contoso" })).stdout;

test("the page shows the table of the smallest file", () => {
  const [table = ""] = run(`${smallest}${backend}\n`, "table").split("\n\n");
  expect(table).toContain("entra-eks-rbac-prod");
  expect(page).toContain(`\n${table}\n`);
});

test("the page counts what the command prints", () => {
  const rows = [...page.matchAll(/^\| \[.*\]\((.*)\)((?: \| \d+)+) \|$/gm)];
  expect(rows).toHaveLength(3);
  for (const [, target = "", told = ""] of rows) {
    const text = target.startsWith("../README") ? smallest : read(join("docs", target));
    const { workspaces: all } = JSON.parse(run(text, "json")) as { workspaces: Workspace[] };
    const counts = [
      all.length,
      all.flatMap((one) => one.variables).length,
      all.flatMap((one) => one.triggeredBy).length,
      all.filter(({ readBy }) => readBy.length > 0).length,
    ];
    expect([target, told]).toEqual([target, counts.map((count) => ` | ${String(count)}`).join("")]);
  }
});

test("every variable of Terraform that the page names is one", () => {
  const { stdout } = printed({ "access.yaml": smallest }, (file) =>
    workspaces({ file, format: "terraform", organization: "contoso" }),
  );
  const known = [...stdout.matchAll(/^variable "(\w+)"/gm)].map(([, name]) => name);
  const named = [...page.matchAll(/^(\w+) += \{/gm)].map(([, name]) => name);
  expect(named.sort()).toEqual(["aws_role_arns", "azure_client_ids", "repository"]);
  for (const name of [...named, "confirm_first_runs", "agent_pool_id"]) expect(known).toContain(name);
});
