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
} from "../names";

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

const mustExist = "must be true, to look the group up by displayName, or an object ID";
const ObjectId = z.string().regex(guid, mustExist).toLowerCase();

export const Group = z
  .strictObject({
    displayName: Text(256)
      .optional()
      .describe(
        "Name of the group in Entra. You may change it: the key is the identity. An existing group is looked up by it. Only the name of an existing group may contain an apostrophe ('). Default: the key.",
      ),
    existing: z
      .union([z.literal(true), ObjectId], { error: mustExist })
      .optional()
      .describe(
        "The group exists in Entra and others keep it. true: looked up by display name, which must be unique. An object ID: looked up by that. It must be a security group. Default: this program creates the group.",
      ),
    description: Lines(1024).optional().describe("What the group is for, as Entra shows it. Default: nothing."),
    members: z
      .array(Member, { error: "must be a list of user principal names" })
      .default([])
      .describe(
        "Members of the group: user principal names, and mail addresses of guests. Everybody who is not listed is removed; from an existing group only people who were listed before.",
      ),
    groups: z
      .array(z.string(), { error: "must be a list of keys of groups" })
      .default([])
      .describe("Groups in this group, by key. Their members are members of this group too. Default: none."),
    rule: Lines(3072)
      .optional()
      .describe(
        "Rule by which Entra chooses the members; needs Entra ID P1. If you add or remove a rule, the group is created again. Default: none, members are listed.",
      ),
    owners: Owners.optional().describe(
      "Owners of the group, by user principal name or object ID. They can add anybody until the next deployment. Name the deploying identity too if its right is Group.Create. Default: the identity that deploys first; owners that others add later stay.",
    ),
    protected: z
      .boolean()
      .default(false)
      .describe(
        "Whether only owners and Privileged Role Administrators may change the group, which Entra calls role-assignable; needs Entra ID P1. If you change this later, the group is created again.",
      ),
  })
  .describe("A security group: one that this program creates and keeps, or one that exists.");
