import { DataKubernetesAllNamespaces } from "@cdktf/provider-kubernetes/lib/data-kubernetes-all-namespaces";
import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import type { Cluster } from "../config/schema/access";
import { connectKubernetes } from "../constructs/clusters/kubernetes-connection";
import { GrantBinding } from "../constructs/rbac/grant-binding";
import { RbacRole } from "../constructs/rbac/rbac-role";
import type { States } from "../constructs/states/states";
import { expression, reference, type Expression } from "../constructs/terraform/expression";
import { template } from "../constructs/terraform/template";
import { prefixesOn } from "../model/clusters/prefixes";
import { groupSubject } from "../model/login/login";
import { own } from "../model/own";
import type { PlacedAccess } from "../model/placed-access";
import { bindingsOf } from "../model/rbac/binding";
import { grantedGroups } from "../model/rbac/grant";
import { isNeededBy, ownRolesOf } from "../model/rbac/own-role";
import type { PeopleStack } from "./people-stack";

export interface RbacStackProps extends PlacedAccess {
  readonly states: States;
  /** Key of the cluster. */
  readonly name: string;
  readonly cluster: Cluster;
  readonly people: PeopleStack;
}

/** What each group may do on a cluster. It does not wait for the association: a token for the API server lives 15 minutes. */
export class RbacStack extends TerraformStack {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: RbacStackProps,
  ) {
    super(scope, id);
    props.states.keep(this);
    connectKubernetes(this, props.cluster, props);
    // Without resources the next apply takes away what an earlier one made.
    if (props.cluster.state === "absent") return;
    const namespaces = this.namespaces();
    this.bind(namespaces, this.makeRoles(namespaces));
  }

  private namespaces(): Expression {
    if (this.props.cluster.grants.every(({ namespaces }) => namespaces === undefined)) return expression`[]`;
    const { friendlyUniqueId } = new DataKubernetesAllNamespaces(this, "namespaces");
    return reference("data.kubernetes_all_namespaces", friendlyUniqueId, "namespaces");
  }

  private makeRoles(namespaces: Expression): RbacRole[] {
    const { access, name, cluster } = this.props;
    const scope = new Construct(this, "roles");
    return ownRolesOf(access, cluster).map((role) => new RbacRole(scope, { role, cluster: name, namespaces }));
  }

  private bind(namespaces: Expression, roles: readonly RbacRole[]): void {
    const { access, name, cluster, people } = this.props;
    const objectIds = people.readGroupObjectIds(this, grantedGroups([cluster]));
    const scope = new Construct(this, "grants");
    for (const binding of bindingsOf(cluster)) {
      new GrantBinding(scope, {
        binding,
        cluster: name,
        displayName: own(access.groups, binding.group)?.displayName ?? binding.group,
        subject: template`${groupSubject(prefixesOn(access, cluster).groups, expression`${objectIds}[${binding.group}]`)}`,
        namespaces,
        role: roles.find(({ role }) => isNeededBy(role, binding)),
      });
    }
  }
}
