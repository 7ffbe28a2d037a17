import { z } from "zod";
import { withoutToken } from "../names";

/**
 * What Kubernetes puts before a name from a token. EKS refuses `system:`; `-` would switch the prefix of user names off
 * (kube-apiserver's --oidc-username-prefix).
 */
export const Prefix = z
  .string()
  .max(64, "must be 64 characters or fewer")
  .regex(/^[\x21-\x7e]*$/, "must be printable ASCII without spaces")
  .refine((prefix) => !/system:/i.test(prefix), 'must not contain "system:", which Kubernetes reserves; try "entra:"')
  .refine((prefix) => prefix !== "-", 'must not be "-"; write "" for no prefix')
  .refine(...withoutToken);
