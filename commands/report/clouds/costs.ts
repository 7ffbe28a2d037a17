import { accounts } from "./costs/accounts";
import { associations } from "./costs/associations";
import { authentications } from "./costs/authentications";
import { attributes } from "./costs/attributes";
import type { Changed, Cost } from "./costs/cost";
import { groups } from "./costs/groups";
import { kubeconfigs } from "./costs/kubeconfigs";
import { secrets } from "./costs/secrets";

/** What people feel of a change, the worst first. */
export function costsOf(changed: Changed): Cost[] {
  return [associations, groups, attributes, accounts, secrets, authentications, kubeconfigs].flatMap((kind) =>
    kind(changed),
  );
}
