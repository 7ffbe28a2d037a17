import { own } from "../own";

/** Partitions by the beginning of their regions, as the AWS SDKs have them; every other region is in `aws`. */
const partitions: Readonly<Record<string, string>> = {
  cn: "aws-cn",
  "us-gov": "aws-us-gov",
  "us-iso": "aws-iso",
  "us-isob": "aws-iso-b",
  "us-isof": "aws-iso-f",
  "eu-isoe": "aws-iso-e",
  "eusc-de": "aws-eusc",
};

/** The partition that an AWS region is in. */
export function partitionOf(region: string): string {
  const [, area = ""] = /^([a-z]+(?:-(?:gov|iso[a-z]?|de))?)-[a-z]+-\d/.exec(region) ?? [];
  return own(partitions, area) ?? "aws";
}
