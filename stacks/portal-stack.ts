import { DataKubernetesAllNamespaces } from "@cdktf/provider-kubernetes/lib/data-kubernetes-all-namespaces";
import { TerraformOutput, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import type { Cluster, Eks, Portal } from "../config/schema/access";
import { connectKubernetes } from "../constructs/clusters/kubernetes-connection";
import { RotatingPassword } from "../constructs/login/rotating-password";
import { PortalSecret } from "../constructs/portal/portal-secret";
import { portalSecretData, revisionOf } from "../constructs/portal/portal-secret-data";
import { StoredSecret } from "../constructs/portal/stored-secret";
import type { States } from "../constructs/states/states";
import { addCheck } from "../constructs/terraform/check";
import { expression, reference, type Expression } from "../constructs/terraform/expression";
import { needWriteOnlyData, useAws, useAzuread, useTime } from "../constructs/terraform/providers";
import { quoted, template } from "../constructs/terraform/template";
import { groupSubject } from "../model/login/login";
import type { PlacedAccess } from "../model/placed-access";
import { externalSecret } from "../model/portal/external-secret";
import { secretOf } from "../model/portal/portal";
import { portalValues } from "../model/portal/portal-values";
import type { Login, LoginStack } from "./login-stack";
import type { PeopleStack } from "./people-stack";

export interface PortalStackProps extends PlacedAccess {
  readonly states: States;
  readonly portal: Portal;
  /** The cluster that the portal runs on. */
  readonly cluster: Cluster;
  readonly login: LoginStack;
  /** Read only for the groups that the chart is told of. */
  readonly people: PeopleStack;
}

/**
 * The portal's client secret, and the Kubernetes Secret, or the one in AWS Secrets Manager, that carries it. A secret never
 * crosses a stack, so both are in one state. Outputs `helm_values` and, for Secrets Manager, `external_secret`; as YAML.
 */
export class PortalStack extends TerraformStack {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: PortalStackProps,
  ) {
    super(scope, id);
    const { access, states, login } = props;
    states.keep(this);
    useAzuread(this, access);
    useTime(this, access);
    const application = login.read(this, ["client_id", "issuer_url", "application_object_id"]);
    const password = this.makePassword(application);
    this.writeSecret(password);
    this.warnOfEnds(password);
    this.publish(application);
  }

  private makePassword({ applicationObjectId }: Login): RotatingPassword {
    const { lifetimeDays, overlapDays, rotate } = this.props.portal.secret;
    return new RotatingPassword(this, "password", {
      applicationObjectId,
      displayName: "portal",
      lifetimeDays,
      overlapDays,
      rotate,
    });
  }

  private writeSecret(password: RotatingPassword): void {
    const { cluster, portal } = this.props;
    const data = portalSecretData(this, secretOf(portal), password);
    const revision = revisionOf(password);
    const { store } = portal.secret;
    // A rule holds that AWS keeps secrets of EKS clusters alone.
    if (store === "kubernetes" || cluster.eks === undefined) this.writeToCluster(data, revision);
    else this.writeToStore(store.secretsManager, cluster.eks, data, revision);
  }

  private writeToCluster(data: Readonly<Record<string, Expression>>, revision: Expression): void {
    const { cluster, portal } = this.props;
    const { namespace } = portal;
    connectKubernetes(this, cluster, this.props);
    needWriteOnlyData(this, this.props.access);
    const { friendlyUniqueId } = new DataKubernetesAllNamespaces(this, "namespaces");
    const namespaces = reference("data.kubernetes_all_namespaces", friendlyUniqueId, "namespaces");
    new PortalSecret(this, "portal", { name: secretOf(portal).name, namespace, namespaces, data, revision });
  }

  private writeToStore(
    storeName: string,
    eks: Eks,
    data: Readonly<Record<string, Expression>>,
    revision: Expression,
  ): void {
    const { access, portal } = this.props;
    const { region } = eks;
    useAws(this, eks, access);
    new StoredSecret(this, "portal", { name: storeName, data, revision });
    const manifests = externalSecret({ secret: secretOf(portal), namespace: portal.namespace, storeName, region });
    new TerraformOutput(this, "external_secret", {
      staticId: true,
      description: "Manifests for the External Secrets Operator, as YAML.",
      value: template`${manifests.map((manifest) => ["---\n", expression`yamlencode(${manifest})`])}`,
    });
  }

  private warnOfEnds(password: RotatingPassword): void {
    const { namespace } = this.props.portal;
    const ends = password.otherEnds;
    addCheck(this, "secret_before", {
      condition: expression`length(${ends}) == 0`,
      errorMessage: template`The portal has a new client secret. The one before still works until ${expression`join(", ", ${ends})`}: restart the portal in namespace ${namespace} by then, if it has not been since.`,
    });
  }

  private publish({ clientId, issuerUrl }: Login): void {
    const { access, portal } = this.props;
    const { issuer } = access.login;
    const values = portalValues({
      portal,
      issuerUrl: quoted`${issuerUrl}`,
      clientId: quoted`${clientId}`,
      issuer,
      groupNames: this.groupNames(),
    });
    new TerraformOutput(this, "helm_values", {
      staticId: true,
      description: "Values for the chart of KubeRocketCI, as YAML.",
      value: expression`yamlencode(${values})`.template,
    });
  }

  private groupNames(): Record<string, Expression> {
    const { access, portal, people } = this.props;
    const keys = [...new Set(Object.values(portal.groups).filter((key) => key !== undefined))].sort();
    if (keys.length === 0) return {};
    const objectIds = people.readGroupObjectIds(this, keys);
    const { prefix } = access.login.groups;
    return Object.fromEntries(keys.map((key) => [key, quoted`${groupSubject(prefix, reference(objectIds, key))}`]));
  }
}
