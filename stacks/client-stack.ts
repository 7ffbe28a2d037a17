import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import type { Client, Cluster } from "../config/schema/access";
import { usualSecret } from "../config/schema/clients/client";
import { keepSecret, warnOfEnds } from "../constructs/clients/kept-secret";
import { RotatingPassword } from "../constructs/login/rotating-password";
import type { States } from "../constructs/states/states";
import { useAzuread, useTime } from "../constructs/terraform/providers";
import { callbackOf } from "../model/clients/callback";
import { clientSecretOf } from "../model/clients/client-secret";
import type { PlacedAccess } from "../model/placed-access";
import type { LoginStack } from "./login-stack";

export interface ClientStackProps extends PlacedAccess {
  readonly states: States;
  /** Key of the client. */
  readonly name: string;
  /** One that has a secret. */
  readonly client: Client;
  /** The cluster that it runs on. */
  readonly cluster: Cluster;
  readonly login: LoginStack;
}

/** A web application's client secret, and the Kubernetes Secret, or the one in AWS Secrets Manager, that carries it. It has no outputs. */
export class ClientStack extends TerraformStack {
  constructor(scope: Construct, id: string, props: ClientStackProps) {
    super(scope, id);
    const { access, directory, states, name, client, cluster, login } = props;
    const { namespace, secret: settings = usualSecret } = client;
    const { store, ...turns } = settings;
    states.keep(this);
    useAzuread(this, access);
    useTime(this, access);
    const { applicationObjectId, clientId } = login.read(this, ["client_id", "application_object_id"]);
    const password = new RotatingPassword(this, "password", { applicationObjectId, displayName: name, ...turns });
    const secret = clientSecretOf({ name, client, access, callback: callbackOf(client) });
    const reader = `The client ${name}`;
    keepSecret(this, {
      ...{ access, directory, cluster, namespace, store, secret, password, clientId, reader },
      id: "client",
      description: `Client secret of ${name}, made by entra-eks.`,
      at: `clients.${name}`,
    });
    warnOfEnds(this, password, { reader, readerWithin: "it", namespace });
  }
}
