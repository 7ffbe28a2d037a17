import { z } from "zod";
import type { Mistake } from "../../mistake";
import type { attributeTypes } from "../../schema/attributes/attribute";

export type AttributeType = (typeof attributeTypes)[number];

const isIn = (least: number, most: number) => (value: unknown) =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most;

const isText = (value: unknown): value is string => typeof value === "string";

type Demand = Pick<Mistake, "must" | "hint"> & { readonly holds: (value: unknown) => boolean };

/** What must hold of a value: learn.microsoft.com/graph/api/application-post-extensionproperty */
const demands: Readonly<Record<AttributeType, readonly Demand[]>> = {
  String: [
    { must: "must be text", hint: "put it in quotes", holds: isText },
    { must: "must not be empty", hint: "remove it to clear the value", holds: (value) => value !== "" },
    { must: "must be 256 characters or fewer", holds: (value) => isText(value) && value.length <= 256 },
  ],
  Boolean: [{ must: "must be true or false", holds: (value) => typeof value === "boolean" }],
  Integer: [{ must: "must be a whole number of 32 bits", holds: isIn(-(2 ** 31), 2 ** 31 - 1) }],
  LargeInteger: [
    {
      // Microsoft Graph takes 64 bits, but the msgraph provider hands numbers on as 64-bit floats.
      must: "must be a whole number from -9007199254740991 to 9007199254740991",
      holds: isIn(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
    },
  ],
  DateTime: [
    {
      must: "must be a time in whole seconds such as 2026-01-31T08:00:00Z",
      holds: (value) => z.iso.datetime({ offset: true, precision: 0 }).safeParse(value).success,
    },
  ],
};

/** What must hold of a value of this type and does not. */
export function unmet(type: AttributeType, value: unknown): Pick<Mistake, "must" | "hint"> | undefined {
  const demand = demands[type].find(({ holds }) => !holds(value));
  if (demand === undefined) return undefined;
  return { must: demand.must, ...(demand.hint === undefined ? {} : { hint: demand.hint }) };
}
