import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import type { OpenShiftCluster } from "../config/schema/access";
import { connectKubernetes } from "../constructs/clusters/kubernetes-connection";
import { keepSecret } from "../constructs/clients/kept-secret";
import { RotatingPassword } from "../constructs/login/rotating-password";
import { RhcsIdentityProvider } from "../constructs/rhcs/identity-provider";
import { TerraformData } from "../constructs/terraform/data";
import type { States } from "../constructs/states/states";
import { addCheck } from "../constructs/terraform/check";
import { expression, reference } from "../constructs/terraform/expression";
import { literal } from "../constructs/terraform/literal";
import { useAzuread, useRhcs, useTime } from "../constructs/terraform/providers";
import { template } from "../constructs/terraform/template";
import { configNamespace, openshiftSecret } from "../model/clusters/openshift";
import { openIdClaims, openIdScopes } from "../model/clusters/openid-claims";
import { issuerUrl } from "../model/login/login";
import type { PlacedAccess } from "../model/placed-access";
import type { Login, LoginStack } from "./login-stack";

export interface OpenShiftStackProps extends PlacedAccess {
  readonly states: States;
  /** Key of the cluster. */
  readonly name: string;
  /** One that needs a secret. */
  readonly cluster: OpenShiftCluster;
  readonly login: LoginStack;
}

/**
 * The client secret of an OpenShift cluster, where its OAuth server or its web console reads it: a Secret in openshift-config, or
 * the identity provider that Red Hat keeps for ROSA classic. It has no outputs.
 */
export class OpenShiftStack extends TerraformStack {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: OpenShiftStackProps,
  ) {
    super(scope, id);
    const { access, states, cluster, login } = props;
    const { secret, signIn } = cluster.openshift;
    states.keep(this);
    useAzuread(this, access);
    useTime(this, access);
    if (signIn === "rosa-classic") useRhcs(this, access);
    // Without resources the next apply takes away what an earlier one made, the Secret by the API server that has it.
    if (cluster.state === "absent") {
      if (signIn !== "rosa-classic") connectKubernetes(this, cluster, props);
      return;
    }
    const trusted = login.read(this, ["client_id", "application_object_id"]);
    const { applicationObjectId } = trusted;
    const password = new RotatingPassword(this, "password", { applicationObjectId, displayName: id, ...secret });
    if (signIn === "rosa-classic") this.tellRedHat(password, trusted);
    else this.keepOnCluster(password, trusted);
    if (signIn === "rosa-hcp") this.warnOfEnds(password);
  }

  private keepOnCluster(password: RotatingPassword, { clientId }: Login): void {
    const { access, directory, name, cluster } = this.props;
    keepSecret(this, {
      ...{ access, directory, cluster, password, clientId },
      id: "client",
      namespace: configNamespace,
      store: "kubernetes",
      secret: { name: openshiftSecret(cluster.openshift), keys: { clientSecret: "clientSecret" } },
      description: `Client secret of ${name}, made by entra-eks.`,
      reader: `The cluster ${name}`,
      at: `clusters.${name}.openshift`,
    });
  }

  /** Elsewhere OpenShift reads the Secret again by itself; rosa was told the secret, and cannot change it. */
  private warnOfEnds(password: RotatingPassword): void {
    const { name } = this.props;
    const ends = password.otherEnds;
    addCheck(this, "secret_before", {
      condition: expression`length(${ends}) == 0`,
      errorMessage: template`The cluster ${name} has a new client secret. The one before still works until ${expression`join(", ", ${ends})`}: by then delete the external authentication provider with rosa and create it again, if you have not since. npx entra-eks authentication --cluster ${name} --format rosa prints the command.`,
    });
  }

  private tellRedHat(password: RotatingPassword, { clientId }: Login): void {
    const { access, cluster } = this.props;
    const { clusterId = "", provider, mappingMethod = "claim" } = cluster.openshift;
    const told = {
      cluster: literal(clusterId),
      name: literal(provider),
      mappingMethod,
      clientId: clientId.template,
      issuer: literal(issuerUrl(access)),
      extraScopes: openIdScopes,
      claims: openIdClaims(access),
    };
    const shape = new TerraformData(this, "shape", {
      ...told,
      secret: password.current("key_id").template,
    });
    shape.overrideLogicalId("login");
    const clientSecret = password.current("value").template;
    const resource = new RhcsIdentityProvider(this, "identity-provider", { ...told, clientSecret });
    // Its Update refuses all but HTPasswd: terraform-redhat/terraform-provider-rhcs v1.7.7 provider/identityprovider/identity_provider_resource.go
    resource.addOverride("lifecycle.replace_triggered_by", [reference("terraform_data", "login").code]);
    resource.overrideLogicalId("login");
  }
}
