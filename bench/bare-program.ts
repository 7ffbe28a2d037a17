/**
 * The measure: what one would write with CDKTF and its bindings alone, for the same groups, login, associations and
 * bindings. It imports nothing of this program, and stays as it is.
 *
 *     node --import tsx bench/bare-program.ts <groups> <members a group> <clusters> <grants a cluster>
 */
import { DataAwsEksCluster } from "@cdktf/provider-aws/lib/data-aws-eks-cluster";
import { DataAwsEksClusterAuth } from "@cdktf/provider-aws/lib/data-aws-eks-cluster-auth";
import { EksIdentityProviderConfig } from "@cdktf/provider-aws/lib/eks-identity-provider-config";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { AppRoleAssignment } from "@cdktf/provider-azuread/lib/app-role-assignment";
import { Application } from "@cdktf/provider-azuread/lib/application";
import { DataAzureadServicePrincipal } from "@cdktf/provider-azuread/lib/data-azuread-service-principal";
import { DataAzureadUsers } from "@cdktf/provider-azuread/lib/data-azuread-users";
import { Group } from "@cdktf/provider-azuread/lib/group";
import { AzureadProvider } from "@cdktf/provider-azuread/lib/provider";
import { ServicePrincipal } from "@cdktf/provider-azuread/lib/service-principal";
import { ServicePrincipalDelegatedPermissionGrant } from "@cdktf/provider-azuread/lib/service-principal-delegated-permission-grant";
import { ClusterRoleBindingV1 } from "@cdktf/provider-kubernetes/lib/cluster-role-binding-v1";
import { DataKubernetesAllNamespaces } from "@cdktf/provider-kubernetes/lib/data-kubernetes-all-namespaces";
import { KubernetesProvider } from "@cdktf/provider-kubernetes/lib/provider";
import { RoleBindingV1 } from "@cdktf/provider-kubernetes/lib/role-binding-v1";
import { App, Fn, TerraformOutput, TerraformStack } from "cdktf";
import type { Construct } from "constructs";

const [groupCount = 0, memberCount = 0, clusterCount = 0, grantCount = 0] = process.argv.slice(2).map(Number);
const tenantId = "8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c11";
const issuerUrl = `https://login.microsoftonline.com/${tenantId}/v2.0`;
const graphId = "00000003-0000-0000-c000-000000000000";
const apiGroup = "rbac.authorization.k8s.io";
const roles = ["view", "edit", "admin", "cluster-admin"];
const count = (length: number) => Array.from({ length }, (_, index) => index);

class PeopleStack extends TerraformStack {
  readonly groups: readonly Group[];

  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AzureadProvider(this, "azuread", { tenantId });
    this.groups = count(groupCount).map((group) => {
      const users = new DataAzureadUsers(this, `users-${String(group)}`, {
        userPrincipalNames: count(memberCount).map((member) => `person-${String(group)}-${String(member)}@contoso.com`),
        ignoreMissing: true,
      });
      return new Group(this, `team-${String(group)}`, {
        displayName: `Team ${String(group)}`,
        description: `Everybody who works on service ${String(group)}`,
        securityEnabled: true,
        preventDuplicateNames: true,
        members: users.objectIds,
      });
    });
    new TerraformOutput(this, "group_object_ids", {
      value: Object.fromEntries(this.groups.map(({ node, objectId }) => [node.id, objectId])),
    });
  }
}

class LoginStack extends TerraformStack {
  readonly application: Application;

  constructor(scope: Construct, id: string, people: PeopleStack) {
    super(scope, id);
    new AzureadProvider(this, "azuread", { tenantId });
    this.application = new Application(this, "application", {
      displayName: "eks",
      preventDuplicateNames: true,
      signInAudience: "AzureADMyOrg",
      publicClient: { redirectUris: ["http://localhost"] },
      groupMembershipClaims: ["ApplicationGroup"],
      optionalClaims: { idToken: [{ name: "upn" }, { name: "email" }, { name: "groups" }] },
      lifecycle: { preventDestroy: true },
    });
    const servicePrincipal = new ServicePrincipal(this, "service-principal", {
      clientId: this.application.clientId,
      appRoleAssignmentRequired: true,
    });
    const graph = new DataAzureadServicePrincipal(this, "graph", { clientId: graphId });
    new ServicePrincipalDelegatedPermissionGrant(this, "consent", {
      servicePrincipalObjectId: servicePrincipal.objectId,
      resourceServicePrincipalObjectId: graph.objectId,
      claimValues: ["openid", "profile", "email", "offline_access", "User.Read"],
    });
    for (const group of people.groups) {
      new AppRoleAssignment(this, `assignment-${group.node.id}`, {
        appRoleId: "00000000-0000-0000-0000-000000000000",
        principalObjectId: group.objectId,
        resourceObjectId: servicePrincipal.objectId,
      });
    }
    new TerraformOutput(this, "client_id", { value: this.application.clientId });
    new TerraformOutput(this, "issuer_url", { value: issuerUrl });
  }
}

class EksStack extends TerraformStack {
  constructor(scope: Construct, id: string, name: string, login: LoginStack) {
    super(scope, id);
    new AwsProvider(this, "aws", { region: "eu-central-1" });
    const cluster = new DataAwsEksCluster(this, "cluster", { name });
    const association = new EksIdentityProviderConfig(this, "association", {
      clusterName: cluster.name,
      oidc: {
        identityProviderConfigName: "entra",
        issuerUrl,
        clientId: login.application.clientId,
        usernameClaim: "upn",
        usernamePrefix: "entra:",
        groupsClaim: "groups",
        groupsPrefix: "entra:",
      },
      timeouts: { create: "60m", delete: "60m" },
      lifecycle: { preventDestroy: true },
    });
    new TerraformOutput(this, "association_arn", { value: association.arn });
    new TerraformOutput(this, "endpoint", { value: cluster.endpoint });
    new TerraformOutput(this, "certificate_authority", { value: cluster.certificateAuthority.get(0).data });
  }
}

class RbacStack extends TerraformStack {
  constructor(scope: Construct, id: string, name: string, people: PeopleStack) {
    super(scope, id);
    new AwsProvider(this, "aws", { region: "eu-central-1" });
    const cluster = new DataAwsEksCluster(this, "cluster", { name });
    new KubernetesProvider(this, "kubernetes", {
      host: cluster.endpoint,
      clusterCaCertificate: Fn.base64decode(cluster.certificateAuthority.get(0).data),
      token: new DataAwsEksClusterAuth(this, "auth", { name }).token,
    });
    new DataKubernetesAllNamespaces(this, "namespaces");
    for (const grant of count(grantCount)) {
      const group = people.groups[grant % groupCount];
      if (group === undefined) continue;
      const role = roles[Math.floor(grant / groupCount)] ?? "";
      const metadata = {
        name: `entra:${group.node.id}:clusterrole:${role}`,
        labels: { "app.kubernetes.io/managed-by": "entra-eks", "entra-eks/group": group.node.id },
        annotations: { "entra-eks/display-name": `Team ${String(grant % groupCount)}` },
      };
      const rest = {
        roleRef: { apiGroup, kind: "ClusterRole", name: role },
        subject: [{ apiGroup, kind: "Group", name: `entra:${group.objectId}` }],
      };
      if (grant % 2 === 0) {
        new ClusterRoleBindingV1(this, `${group.node.id}-${role}`, { metadata, ...rest });
        continue;
      }
      const namespace = `namespace-${String(grant % 20)}`;
      new RoleBindingV1(this, `${group.node.id}-${role}-${namespace}`, {
        metadata: { ...metadata, namespace },
        ...rest,
        lifecycle: {
          precondition: [
            {
              condition: `\${contains(data.kubernetes_all_namespaces.namespaces.namespaces, "${namespace}")}`,
              errorMessage: `The grant of ClusterRole "${role}" to group "${group.node.id}" in namespace "${namespace}" of cluster "${name}" needs that namespace, which is not there.`,
            },
          ],
        },
      });
    }
  }
}

const app = new App();
const people = new PeopleStack(app, "people");
const login = new LoginStack(app, "login", people);
for (const cluster of count(clusterCount)) {
  const name = `cluster-${String(cluster)}`;
  new EksStack(app, `eks-${name}`, name, login);
  new RbacStack(app, `rbac-${name}`, name, people);
}
app.synth();
