import { z } from "zod";
import { always } from "./always";
import { Text, visible, withoutToken } from "./names";

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
    "Makes the person: a cloud user with a first password, which has to be changed at the first sign-in. Once the entry is gone the account is disabled, not deleted. Default: the person exists already.",
  );

export const User = z
  .strictObject({
    create: NewUser.optional(),
    left: z
      .boolean()
      .default(false)
      .describe(
        "Whether a person whom this program made has left: the account is disabled. Only needed for the last one who was made, whose entry cannot go before that is deployed.",
      ),
    attributes: z
      .record(z.string(), Value)
      .default({})
      .describe(
        "Values of this person, by the name of the attribute. Whatever is not listed is cleared in the directory.",
      ),
  })
  .refine(({ create, left }) => create === undefined || !left, {
    error: "must not have create and have left: take create out",
    ...always,
  })
  .meta({ not: { type: "object", required: ["create", "left"], properties: { left: { const: true } } } })
  .describe("What the directory holds about one person.");
