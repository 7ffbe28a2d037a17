import type { Access } from "../../../config/schema/access";
import { needs, type Need } from "../need";

/** What the stack `leavers` asks Microsoft Graph. */
export function leaversNeeds({ allow }: Access): Need[] {
  const removes = allow.includes("delete-users");
  return [
    ...needs("plan", ["GET users", "GET users/$count"], {
      why: "find the accounts of people who left",
      without: elsewhere,
    }),
    ...needs("apply", ["PATCH users/{}"], { why: "disable who left", without: elsewhere }),
    ...needs("apply", ["GET users/{}"], {
      about: "basic properties",
      why: "see who was disabled before",
      without: elsewhere,
    }),
    ...(removes
      ? needs("apply", ["DELETE users/{}"], { why: "delete who left", without: "take delete-users out of allow" })
      : []),
  ];
}

const elsewhere = "make accounts elsewhere, and leave create out";
