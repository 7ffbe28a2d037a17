import { z } from "zod";

/** The data types of a directory extension that a person can have: learn.microsoft.com/graph/api/resources/extensionproperty */
export const attributeTypes = ["String", "Boolean", "Integer", "LargeInteger", "DateTime"] as const;

/** As Microsoft Graph takes it for an extension, and as it can stand in a Terraform address; 63: EKS takes no longer claim. */
export const attributeName = /^[A-Za-z][A-Za-z0-9_]{0,62}$/;

export const Attribute = z
  .strictObject({
    type: z
      .enum(attributeTypes)
      .default("String")
      .describe(
        "Type of its values. String: up to 256 characters. Boolean: true or false. Integer: 32 bits. LargeInteger: up to 9007199254740991. DateTime: RFC 3339 in whole seconds. The type cannot change: retire the attribute and define another.",
      ),
    retired: z
      .boolean()
      .default(false)
      .describe(
        "Whether to clear the values of everybody under users and remove the claim. After you deployed the stack attributes, you can delete the entry.",
      ),
  })
  .describe("A directory extension on the login application, and the claim of the same name in every ID token.");
