import { z } from "zod";
import { Owners, Text, withoutApostrophe } from "../names";
import { ConditionalAccess } from "./conditional-access";
import { OptionalClaims } from "./optional-claims";
import { Prefix } from "./prefix";

/** The claims that can become the Kubernetes user name; facts about each: learn.microsoft.com/entra/identity-platform/id-token-claims-reference */
const usernameClaims = ["upn", "email", "preferred_username", "oid", "sub"] as const;

export const Login = z
  .strictObject({
    name: Text(256)
      .refine(...withoutApostrophe)
      .default("eks")
      .describe("Display name of the Entra application that people sign in to, without apostrophe (')."),
    issuer: z
      .enum(["v1", "v2"])
      .default("v2")
      .describe(
        "Token endpoint of Entra that every cluster trusts. v2: login.microsoftonline.com/<tenant>/v2.0. v1: sts.windows.net/<tenant>/. With v1 people sign in again every hour, because a refreshed v1 ID token is not signed.",
      ),
    kubectl: z
      .enum(["public", "confidential"])
      .default("public")
      .describe(
        "How kubectl signs in. public: authorization code with PKCE, nothing to keep secret. confidential: also with a client secret, which every kubeconfig then contains.",
      ),
    deviceCode: z
      .boolean()
      .default(false)
      .describe(
        "Whether people may sign in by a code that they type in a browser on another machine. It allows public client flows on the application. Whoever sends somebody a code can sign in as that person, so leave it off if you can.",
      ),
    username: z
      .strictObject({
        claim: z
          .enum(usernameClaims)
          .default("upn")
          .describe(
            "Claim that becomes the Kubernetes user name. A person without it cannot sign in. It carries no rights: all grants go to groups. upn: readable; it changes with the person's name and can be reused. Guests have one only with login.guests. email: the same, and absent without a mailbox. preferred_username: as people type it; it changes and can be reused. On v1 it needs an entry under login.claims. oid: a GUID that never changes and is the same in every application. sub: never changes, but differs in every application, so also after this application is created again. On v2 upn, preferred_username and oid need the scope profile, and email needs email: the kubeconfig asks for it.",
          ),
        prefix: Prefix.default("entra:").describe(
          'Text before each user name, so that nobody gets the name of an existing user. "" for none.',
        ),
      })
      .prefault({})
      .describe("How the API server names a person."),
    groups: z
      .strictObject({
        emit: z
          .enum(["security", "assigned", "all"])
          .default("security")
          .describe(
            "Groups that a token lists. security: every security group of the person. assigned: only granted groups, which are assigned to the application; needs Entra ID P1. Unless login.assignment says otherwise, nobody else can sign in then. all: also distribution groups and directory roles. A person with more than 200 groups in the token, nested groups included, has no access.",
          ),
        prefix: Prefix.default("entra:").describe('Text before the object ID of each group. "" for none.'),
      })
      .prefault({})
      .describe("Which groups the API server sees."),
    claims: OptionalClaims,
    assignment: z
      .enum(["required", "optional"])
      .optional()
      .describe(
        'Who may sign in. required: only direct members of granted groups, not members of nested groups; needs Entra ID P1. optional: everybody in the tenant, but without a grant nobody can do anything. Default: required with groups.emit "assigned", else optional.',
      ),
    conditionalAccess: ConditionalAccess.optional(),
    consent: z
      .enum(["grant", "manual"])
      .default("grant")
      .describe(
        "Who consents for the tenant to openid, profile, email, offline_access and User.Read. grant: this program. manual: an administrator, once, with the link in the output admin_consent_url of login.",
      ),
    guests: z
      .boolean()
      .default(false)
      .describe("Whether guests of the tenant sign in too. The program then asks for their upn claim."),
    owners: Owners.optional().describe(
      "Owners of the application, by user principal name or object ID. They can add secrets and redirects, so treat them as administrators. Name the deploying identity too if its right is Application.ReadWrite.OwnedBy. Default: the identity that deploys first; owners that others add later stay.",
    ),
    protect: z
      .boolean()
      .default(true)
      .describe("Whether Terraform refuses to destroy the application and the associations."),
  })
  .prefault({})
  .describe("The Entra application whose client ID every cluster trusts.");
