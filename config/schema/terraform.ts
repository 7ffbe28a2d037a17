import { z } from "zod";

/** Nothing in it can be read in two ways: one that can takes exponential time with what does not match. */
const constraint = String.raw`((=|!=|>=?|<=?|~>) *)?\d+(\.\d+){0,2}(-[0-9A-Za-z.-]+)?`;
const VersionConstraint = z
  .string()
  .max(200, "must be 200 characters or fewer")
  .regex(
    new RegExp(`^ *${constraint}( *, *${constraint})* *$`),
    'must be a Terraform version constraint such as ">= 6.25, < 7"',
  );

/** The version ranges that are emitted: from the version a binding was made from, to below the next major one that was not tried. */
export const providerRanges = {
  aws: ">= 6.0, < 7",
  azuread: ">= 3.7, < 4",
  kubernetes: ">= 2.38, < 4",
  msgraph: ">= 0.3, < 1",
  time: ">= 0.13, < 1",
} as const;

const range = (provider: keyof typeof providerRanges) =>
  VersionConstraint.default(providerRanges[provider]).describe(`Version constraint of the ${provider} provider.`);

export const Terraform = z
  .strictObject({
    providers: z
      .strictObject({
        aws: range("aws"),
        azuread: range("azuread"),
        kubernetes: range("kubernetes"),
        msgraph: range("msgraph"),
        time: range("time"),
      })
      .prefault({})
      .describe("Other provider versions than the ranges of this program."),
  })
  .prefault({})
  .describe("What Terraform itself is told.");
