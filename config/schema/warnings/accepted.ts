import { z } from "zod";
import { didYouMean } from "../../text/suggestion";
import { always } from "../always";
import { Text } from "../names";

/** Every kind of warning, as `check` prints it. A kind is told to machines and stands in access files: it is never renamed. */
export const warningKinds = [
  ...(["issuer", "client-secret", "username", "prefix", "many-groups", "protection", "reach"] as const),
  "device-code-phishing",
  ...(["empty-break-glass", "wide-break-glass", "security-defaults", "secret-end"] as const),
  ...(["guests-without-name", "guest-in-no-group", "unseen-guests", "protected-accounts", "takes-over"] as const),
  ...(["owners-without-person", "group-without-grants", "group-without-members", "person-in-no-group"] as const),
  ...(["odd-rules", "nested-assigned", "open-to-others", "admins-by-name", "unknown-roles"] as const),
  ...(["system-namespaces", "every-secret", "edit-in-namespaces", "namespace-dangers", "outside-namespaces"] as const),
  ...(["cluster-without-grants", "unknown-account", "far-regions", "part-of-tokens"] as const),
  ...(["login-not-on-aks", "azure-rbac", "lookup-mapping", "add-mapping", "token-not-taken"] as const),
  ...(["optional-beside-mapped", "mapped-for-guests", "many-mapped", "open-states"] as const),
] as const;

export type WarningKind = (typeof warningKinds)[number];

/** Kinds of finding that `report` alone tells, beside those warnings that it tells too. They stay as well. */
export const reportKinds = [
  ...(["cluster-admin", "wildcards", "escalation", "secrets-readable", "loosened-protection"] as const),
  ...(["guest-admin", "strong-owners", "login-owners", "swallowed-grant"] as const),
  "self-provisioners",
] as const;

/** What a file can accept. */
const kinds = [...warningKinds, ...reportKinds] as const;

const Acceptance = z
  .strictObject({
    warning: z
      .enum(kinds, {
        error: ({ input }) => {
          const near = typeof input === "string" ? didYouMean(input, kinds) : undefined;
          return `must be a kind of warning or finding that check or report prints${near === undefined ? "" : `; ${near}`}`;
        },
      })
      .describe("Kind of the warning or finding, as check or report prints it."),
    at: Text(500)
      .optional()
      .describe(
        "Only what is found at this path or below it, written as check prints it, such as groups.admins. Default: wherever the kind occurs.",
      ),
    file: Text(500)
      .optional()
      .describe(
        "Only what is found in this included file, named as under include. Then at has no positions in lists, which the team can move. Default: only what is found in the access file itself.",
      ),
    reason: Text(500).describe("Why you accept it, for the next reader."),
    until: z.iso
      .date("must be a date such as 2027-06-30")
      .describe("Last day of the acceptance, in UTC. After it, check and report tell it again."),
  })
  .refine(({ file, at = "" }) => file === undefined || !/\[\d+\]/.test(at), {
    error:
      "must not have a position in a list together with file: whoever keeps that file can move another entry there",
    path: ["at"],
    ...always,
  });

export const Accepted = z
  .array(Acceptance, { error: "must be a list" })
  .default([])
  .describe(
    "Warnings of check and findings of report that you accept, each with a reason and a last day. Check counts them and does not print them, and report marks them. A mistake cannot be accepted.",
  );
