import { z } from "zod";
import { visible, withoutToken } from "../names";

/** More than these are not read: one team has one file. */
export const mostIncluded = 200;

/** Whether a path stays below the folder that it starts at, written in one way only. */
export function isIncludable(path: string): boolean {
  const parts = path.split("/");
  const isPlain = path.length <= 500 && /\.ya?ml$/.test(path) && !/[\\:]|^~/.test(path);
  return isPlain && visible[0](path) && parts.every((part) => part !== "" && part !== "." && part !== "..");
}

const mustBePath =
  "must be the path of a .yaml file below the folder of this file, such as teams/payments.yaml; no link, no .. and nothing from elsewhere";

/** What is before the one `*`, and what is behind it: two stars would make a pattern that few people read rightly. */
const Pattern = z
  .string()
  .min(1, "must not be empty")
  .max(256, "must be 256 characters or fewer")
  .refine((text) => text.split("*").length <= 2, "must have one * or none")
  .refine(...visible)
  .refine(...withoutToken);

const Patterns = (of: string, example = "payments-*") =>
  z.array(Pattern, { error: `must be a list of patterns of ${of}, such as ${example}` }).default([]);

/** What an included file may do. Whatever is not written here, it may not do. */
const Bounds = z
  .strictObject({
    groups: Patterns("groups").describe("Keys of groups that the file may define. Default: it may define no group."),
    displayNames: z
      .array(Pattern, { error: "must be a list of patterns of display names" })
      .optional()
      .describe("Display names that these groups may have in Entra. Default: the same patterns as for their keys."),
    members: Patterns("people", "*@contoso.com").describe(
      "People that the file may make members of its groups, without regard to case. A guest counts by mail address. Default: nobody.",
    ),
    grantsTo: Patterns("groups").describe(
      "Groups of other files that its grants may name. Default: only groups that the file defines.",
    ),
    clusters: Patterns("clusters").describe("Clusters on which the file may grant. Default: none."),
    namespaces: Patterns("namespaces").describe(
      "Namespaces in which the file may grant. A * stands for none that begins with kube- or openshift-, nor for openshift: write such a namespace in full. Default: none.",
    ),
    roles: z
      .array(z.string(), { error: "must be a list of names of roles, without patterns" })
      .default([])
      .describe(
        "Roles that the file may grant, each by its whole name: a pattern would allow roles of tomorrow. Default: none.",
      ),
    wholeCluster: z
      .boolean()
      .default(false)
      .describe("Whether a grant of the file may leave namespaces out, and so hold on the whole cluster."),
  })
  .describe("What the file may do. Whatever is not written here, it may not do.");

export type Bounds = z.output<typeof Bounds>;

export const Include = z
  .record(z.string().refine(isIncludable, mustBePath).meta({ pattern: "^[^/\\\\:~][^\\\\:]*\\.ya?ml$" }), Bounds, {
    error: "must be a map: the path of each file, and below it what the file may do",
  })
  .refine((files) => Object.keys(files).length <= mostIncluded, `must be ${String(mostIncluded)} files or fewer`)
  .default({})
  .describe(
    "Further files, one for each team: path below the folder of this file, and what the file may do. Such a file has groups and grants, and nothing else: docs/teams.md.",
  );
