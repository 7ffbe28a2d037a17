import { cloudChangesInLines } from "../../../../commands/report/clouds/in-lines";
import { cloudChangesInMarkdown } from "../../../../commands/report/clouds/in-markdown";
import { countsInWords } from "../../../../commands/report/clouds/in-words";
import { edited, file } from "../../../stability/edits";
import { compared } from "./compared";

const after = edited(
  ["{ displayName: Developers, members", "{ protected: true, displayName: Developers, members"],
  ["      - { group: admins, clusterRole: cluster-admin }\n", ""],
);
const changes = compared(file, after);
const nothing = compared(file, file);

test("how much is replaced or destroyed comes first", () => {
  expect(countsInWords(changes)).toBe("1 address replaced, 1 destroyed, 4 updated");
  expect(countsInWords(nothing)).toBe("no address changes");
});

test("lines name each address with Terraform's mark and why it changes, and end with the command", () => {
  const lines = cloudChangesInLines(changes);
  expect(lines.slice(0, 4)).toEqual([
    "To the clouds: 1 address replaced, 1 destroyed, 4 updated.",
    "  people",
    "    -/+ azuread_group.devs (assignable_to_role)",
    "      ~ output group_object_ids",
  ]);
  expect(lines).toContain("      - kubernetes_cluster_role_binding_v1.admins__ClusterRole__cluster-admin");
  expect(lines.at(-1)).toBe("Deploy it: npx cdktf deploy people rbac-prod rbac-stage");
});

test("a comment has counts, costs and the command at its head, and the addresses folded away", () => {
  const { head, details } = cloudChangesInMarkdown(changes);
  expect(head[0]).toBe("**Clouds:** 1 address replaced, 1 destroyed, 4 updated.");
  expect(head[2]).toMatch(/^- Entra makes the group devs again/);
  expect(head.slice(-3)).toEqual(["```sh", "npx cdktf deploy people rbac-prod rbac-stage", "```"]);
  expect(details[0]).toBe("<details><summary>Addresses: people, rbac-prod, rbac-stage</summary>");
  expect(details.join("\n")).toContain("| people | -/+ | `azuread_group.devs` | `assignable_to_role` |");
});

test("where nothing changes, a comment says so in one line and folds nothing", () => {
  expect(cloudChangesInMarkdown(nothing)).toEqual({ head: ["**Clouds:** nothing is to be deployed."], details: [] });
  expect(cloudChangesInLines(nothing)).toEqual(["Nothing is to be deployed."]);
});

test("a comment of a large change stays far below what GitHub takes, and says how much it leaves out", () => {
  const sentence = "The account of somebody@contoso.com is disabled.";
  const many = Array.from({ length: 1000 }, (_, index) => ({
    stack: `rbac-cluster-${String(index)}`,
    isNew: false,
    addresses: [{ address: "kubernetes_role_v1.logs", action: "destroy" as const, because: [], refused: false }],
    outputs: [],
  }));
  const costs = many.map(() => ({ id: "account-disabled", sentence }));
  const { head, details } = cloudChangesInMarkdown({ ...changes, stacks: many, costs });
  const text = [...head, ...details].join("\n");
  expect(text.length).toBeLessThan(18_000);
  const left = (what: string) =>
    Number(new RegExp(`and (\\d+) more ${what}, which .--format json. has`).exec(text)?.[1]);
  expect(left("addresses")).toBe(1000 - text.split("\n").filter((line) => line.startsWith("| rbac-")).length);
  expect(left("sentences")).toBe(1000 - text.split(sentence).length + 1);
  expect(details[0]).toMatch(/rbac-cluster-0, .*, \d+ more<\/summary>$/);
});
