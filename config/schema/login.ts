import { z } from "zod";
import { ConditionalAccess } from "./conditional-access";
import { Owners, Text, withoutApostrophe, withoutToken } from "./names";
import { OptionalClaims } from "./optional-claims";

/** The claims that can become the Kubernetes user name; facts about each: learn.microsoft.com/entra/identity-platform/id-token-claims-reference */
export const usernameClaims = ["upn", "email", "preferred_username", "oid", "sub"] as const;

/**
 * What Kubernetes puts before a name from a token. EKS refuses `system:`; `-` would switch the prefix of user names off
 * (kube-apiserver's --oidc-username-prefix).
 */
const Prefix = z
  .string()
  .max(64, "must be 64 characters or fewer")
  .regex(/^[\x21-\x7e]*$/, "must be printable ASCII without spaces")
  .refine((prefix) => !/system:/i.test(prefix), 'must not contain "system:", which Kubernetes reserves; try "entra:"')
  .refine((prefix) => prefix !== "-", 'must not be "-"; write "" for no prefix')
  .refine(...withoutToken)
  .default("entra:");

export const Login = z
  .strictObject({
    name: Text(256)
      .refine(...withoutApostrophe)
      .default("eks")
      .describe("Display name of the Entra application that people sign in through; no apostrophe (')."),
    issuer: z
      .enum(["v1", "v2"])
      .default("v2")
      .describe(
        "Which of Entra's token endpoints every cluster trusts. v2: login.microsoftonline.com/<tenant>/v2.0. v1: sts.windows.net/<tenant>/, where people sign in again every hour, because a refreshed v1 ID token is not signed.",
      ),
    kubectl: z
      .enum(["public", "confidential"])
      .default("public")
      .describe(
        "How kubectl signs in. public: authorization code with PKCE, nothing to keep secret. confidential: with a client secret beside it, which then stands in every kubeconfig; for those who must.",
      ),
    username: z
      .strictObject({
        claim: z
          .enum(usernameClaims)
          .default("upn")
          .describe(
            "Claim that becomes the Kubernetes user name; whoever has none cannot sign in. It never carries rights: all grants go to groups. upn: readable; changes with the person's name, can be given to somebody else, guests have one only with login.guests. email: the same, and absent without a mailbox. preferred_username: as people type it; changes and is given again too; on v1 only if it stands under login.claims. oid: never changes, never given again, the same in every application; a GUID. sub: never changes, but is another one in every application, and so after this one is made anew. On v2 upn, preferred_username and oid need the scope profile, email needs email: the kubeconfig asks for it.",
          ),
        prefix: Prefix.describe(
          'Put before each user name, so that nobody can be called like an existing user. "" for none.',
        ),
      })
      .prefault({})
      .describe("What the API server calls a person."),
    groups: z
      .strictObject({
        emit: z
          .enum(["security", "assigned", "all"])
          .default("security")
          .describe(
            "Which groups a token lists. security: every security group of the person. assigned: only the granted groups, which are assigned to the application; unless login.assignment says otherwise, nobody else can sign in then. all: also distribution groups and directory roles. With more than 200 groups in the token, nested ones included, the login is refused.",
          ),
        prefix: Prefix.describe('Put before each group\'s object ID. "" for none.'),
      })
      .prefault({})
      .describe("Which groups the API server sees."),
    claims: OptionalClaims,
    assignment: z
      .enum(["required", "optional"])
      .optional()
      .describe(
        'Who may sign in. required: direct members of granted groups, which are assigned to the application; members of nested groups may not. optional: everybody in the tenant is authenticated, and may do nothing that no grant gives. Default: required with groups.emit "assigned", else optional.',
      ),
    conditionalAccess: ConditionalAccess.optional(),
    consent: z
      .enum(["grant", "manual"])
      .default("grant")
      .describe(
        "Who consents for the tenant to openid, profile, email, offline_access and User.Read. grant: this program. manual: an administrator, once, at the link that the stack login puts out as admin_consent_url.",
      ),
    guests: z
      .boolean()
      .default(false)
      .describe("Whether guests of the directory sign in too: their upn claim has to be asked for."),
    owners: Owners.optional().describe(
      "Who may change the application, by user principal name or object ID: they can add secrets and redirects, so treat them as administrators. Name the deploying identity too if its right is Application.ReadWrite.OwnedBy. Default: whoever deploys first, not touched again.",
    ),
    protect: z
      .boolean()
      .default(true)
      .describe("Whether Terraform refuses to destroy the application and the associations."),
  })
  .prefault({})
  .describe("The Entra application whose client ID every cluster trusts.");
