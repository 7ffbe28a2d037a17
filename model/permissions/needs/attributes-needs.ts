import type { Access } from "../../../config/schema/access";
import { needs, type Need } from "../need";

/** What the stack `attributes` asks Microsoft Graph. */
export function attributesNeeds({ users }: Access): Need[] {
  if (Object.keys(users).length === 0) return [];
  return [
    ...needs("plan", ["GET users"], { about: "basic properties", why: "find people by name" }),
    ...needs("plan", ["GET users/{}"], { why: "read attributes of people" }),
    ...needs("apply", ["PATCH users/{}"], { why: "write attributes of people" }),
  ];
}
