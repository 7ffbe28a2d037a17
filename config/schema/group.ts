import { z } from "zod";
import {
  Lines,
  Owners,
  Text,
  guestAddress,
  guid,
  isGuestAddress,
  isUserPrincipalName,
  strangeLetter,
  userPrincipalName,
} from "./names";

/** What only the owner of a group decides. */
export const ofManagedGroups = ["description", "owners", "rule", "protected"] as const;

/** Whoever is in a group, in lower case afterwards. A guest's address may be in a longer domain than a tenant may have. */
const Member = z
  .string()
  .refine((name) => isUserPrincipalName(name) || isGuestAddress(name), {
    error: ({ input }) =>
      `must be a user principal name such as ada@contoso.com${strangeLetter(String(input), /[\w.'!#^~-]/)}`,
  })
  .toLowerCase()
  .meta({ pattern: `${userPrincipalName}|${guestAddress}` });

const mustExist = "must be true or an object ID";
const ObjectId = z.string().regex(guid, mustExist).toLowerCase();

export const Group = z
  .strictObject({
    displayName: Text(256)
      .optional()
      .describe(
        "Name of the group in Entra, without apostrophe (') unless the group exists. It may change: the key is the identity. An existing group is looked up by it. Default: the key.",
      ),
    existing: z
      .union([z.literal(true), ObjectId], { error: mustExist })
      .optional()
      .describe(
        "The group is there already and others keep it. true: looked up by display name, which has to be unique. An object ID: looked up by that. It has to be security-enabled. Default: this program makes the group.",
      ),
    description: Lines(1024).optional().describe("What the group is for, as Entra shows it. Default: nothing."),
    members: z
      .array(Member, { error: "must be a list of user principal names" })
      .default([])
      .describe(
        "Everybody in the group, by user principal name, guests by mail address. Whoever is not listed is taken out; of an existing group only whoever was listed before.",
      ),
    groups: z
      .array(z.string(), { error: "must be a list of keys of groups" })
      .default([])
      .describe("Groups in this group, by key: their members are members of it too. Default: none."),
    rule: Lines(3072)
      .optional()
      .describe(
        'Rule by which Entra decides who is in the group, such as user.department -eq "Platform"; needs Entra ID P1. A group with a rule cannot become one without, and the other way round: it is made anew. Default: none, members are listed.',
      ),
    owners: Owners.optional().describe(
      "Who may change the group, by user principal name or object ID: they can let anybody in until the next deployment. Name the deploying identity too if its right is Group.Create. Default: whoever deploys first, not touched again.",
    ),
    protected: z
      .boolean()
      .default(false)
      .describe(
        "Whether only Privileged Role Administrators, and owners, may change the group (a role-assignable one); needs Entra ID P1. It cannot be changed later: the group is made anew.",
      ),
  })
  .describe("A security group: one that this program creates and keeps, or one that exists.");
