import { tenant, withTenant } from "../../access-text";
import { describeRules } from "./describe-rules";

describeRules([
  [
    "an unknown key",
    withTenant("logn: {}"),
    ['access.yaml:2:1 logn must be a known key; did you mean "login"?'],
    withTenant("login: {}"),
  ],
  [
    "a key of a later version",
    withTenant("later: []"),
    [
      'access.yaml:2:1 later must be a known key: one of "tenant", "login", "attributes", "groups", "guests", "users", "clusters", "roles", "portal", "clients", "policy", "include", "backend", "directory", "terraform", "allow", "accepted"',
    ],
    withTenant("allow: []"),
  ],
  [
    "a key given twice",
    withTenant("groups:\n  devs: {}\n  devs: {}"),
    ["access.yaml:4:3 groups.devs must be given once; it stands at line 3 already"],
    withTenant("groups:\n  devs: {}\n  devs2: {}"),
  ],
  ["no tenant", "login: {}", ["access.yaml:1:1 tenant must be given"], `tenant: ${tenant}`],
  [
    "a tenant that is no GUID",
    `tenant: ${tenant.slice(1)}`,
    [`access.yaml:1:9 tenant must be a GUID such as ${tenant}, got "${tenant.slice(1)}"`],
    `tenant: ${tenant.toUpperCase()}`,
  ],
]);
