import { z } from "zod";
import { always } from "../always";
import { Text, visible, withoutToken } from "../names";

/** Of which type it has to be, the attribute says. */
const Value = z.union(
  [
    z
      .string()
      .refine(...visible)
      .refine(...withoutToken),
    z.number(),
    z.boolean(),
  ],
  {
    error: "must be text, a number, true or false",
  },
);

const NewUser = z
  .strictObject({
    displayName: Text(256).describe("Name of the person, as Entra shows it."),
  })
  .describe(
    "Creates the person: a cloud user with a first password, which must be changed at the first sign-in. After you delete the entry, the account is disabled, not deleted. Default: the person exists already.",
  );

export const User = z
  .strictObject({
    create: NewUser.optional(),
    left: z
      .boolean()
      .default(false)
      .describe(
        "Whether a person that this program created has left. The account is disabled. Needed only for the last such person, whose entry must stay for that deployment.",
      ),
    attributes: z
      .record(z.string(), Value)
      .default({})
      .describe("Values of this person, by the name of the attribute. A value that is not listed is cleared in Entra."),
  })
  .refine(({ create, left }) => create === undefined || !left, {
    error: "must not have both create and left: remove create",
    ...always,
  })
  .meta({ not: { type: "object", required: ["create", "left"], properties: { left: { const: true } } } })
  .describe("What Entra stores about one person.");
