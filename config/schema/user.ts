import { z } from "zod";
import { withoutToken } from "./names";

/** Of which type it has to be, the attribute says. */
const Value = z.union([z.string().refine(...withoutToken), z.number(), z.boolean()], {
  error: "must be text, a number, true or false",
});

export const User = z
  .strictObject({
    attributes: z
      .record(z.string(), Value)
      .default({})
      .describe(
        "Values of this person, by the name of the attribute. Whatever is not listed is cleared in the directory.",
      ),
  })
  .describe("What the directory holds about one person, who has to exist already.");
