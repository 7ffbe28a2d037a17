import { TerraformOutput, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import type { Cluster, Portal } from "../config/schema/access";
import { keepSecret, warnOfEnds } from "../constructs/clients/kept-secret";
import { RotatingPassword } from "../constructs/login/rotating-password";
import type { States } from "../constructs/states/states";
import { expression, reference, type Expression } from "../constructs/terraform/expression";
import { useAzuread, useTime } from "../constructs/terraform/providers";
import { quoted, template } from "../constructs/terraform/template";
import { externalSecret } from "../model/clients/external-secret";
import { storedInAws } from "../model/clients/stored-in-aws";
import { groupSubject } from "../model/login/login";
import type { PlacedAccess } from "../model/placed-access";
import { portalSecret } from "../model/portal/portal";
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
    this.writeSecret(password, application);
    const { namespace } = props.portal;
    warnOfEnds(this, password, { reader: "The portal", readerWithin: "the portal", namespace });
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

  private writeSecret(password: RotatingPassword, { clientId }: Login): void {
    const { access, directory, cluster, portal } = this.props;
    const { namespace } = portal;
    const { store } = portal.secret;
    const secret = portalSecret(portal);
    keepSecret(this, {
      ...{ access, directory, cluster, namespace, store, secret, password, clientId },
      id: "portal",
      description: "Client secret of the KubeRocketCI Portal, made by entra-eks.",
      reader: "The portal",
      at: "portal",
    });
    const stored = storedInAws(cluster, store);
    if (stored !== undefined) this.publishManifests(stored.name, stored.cluster.eks.region);
  }

  private publishManifests(storeName: string, region: string): void {
    const { portal } = this.props;
    const { namespace } = portal;
    const store = "entra-eks-portal";
    const manifests = externalSecret({ secret: portalSecret(portal), namespace, store, storeName, region });
    new TerraformOutput(this, "external_secret", {
      staticId: true,
      description: "Manifests for the External Secrets Operator, as YAML.",
      value: template`${manifests.map((manifest) => ["---\n", expression`yamlencode(${manifest})`])}`,
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
