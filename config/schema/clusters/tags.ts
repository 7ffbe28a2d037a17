import { z } from "zod";
import { always } from "../always";
import { visible, withoutToken } from "../names";

/** As EKS takes them: TagMap, TagKey and TagValue in the EKS API model. */
const most = { tags: 50, key: 128, value: 256 };

const Key = z
  .string()
  .refine(({ length }) => length >= 1 && length <= most.key, `must have a key of 1 to ${String(most.key)} characters`)
  .refine((key) => !/^aws:/i.test(key), 'must not begin with "aws:", which AWS reserves')
  .refine(...visible)
  .refine(...withoutToken)
  .meta({ pattern: `^(?![aA][wW][sS]:)[\\s\\S]{1,${String(most.key)}}$` });

const Value = z
  .string()
  .max(most.value, `must be ${String(most.value)} characters or fewer`)
  .refine(...visible)
  .refine(...withoutToken);

/** AWS tags, key to value. */
export const Tags = z
  .record(Key, Value)
  .refine((tags) => Object.keys(tags).length <= most.tags, {
    error: `must be ${String(most.tags)} tags or fewer`,
    ...always,
  })
  .meta({ maxProperties: most.tags })
  .default({});
