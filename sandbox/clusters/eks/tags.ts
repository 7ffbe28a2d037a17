import { z } from "zod";

/** [doc] TagMap, TagKey and TagValue of the EKS API model. */
export const Tags = z
  .record(
    z
      .string()
      .min(1)
      .max(128)
      // [doc] The prefix is reserved for AWS, in any case of letters.
      .refine((key) => !/^aws:/i.test(key), "a tag key may not begin with aws:"),
    z.string().max(256),
  )
  .refine((tags) => Object.keys(tags).length >= 1, "must have at least one tag")
  .refine((tags) => Object.keys(tags).length <= 50, "must have at most 50 tags");

export type Tags = z.output<typeof Tags>;
