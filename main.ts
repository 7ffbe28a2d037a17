import "./constructs/terraform/stack-traces";
import { join } from "node:path";
import { App } from "cdktf";
import { refuseForeignTerraform } from "./commands/deploy/foreign-terraform";
import { print } from "./commands/terminal/print";
import { runToEnd } from "./commands/terminal/top";
import { defaultAccessFile, withAccessFile, type ExitCode } from "./commands/with-access-file";
import { keepPrivate } from "./config/states/private-folder";
import { inventory } from "./constructs/terraform/inventory";
import { States } from "./constructs/states/states";
import { changesDirectory, keepsAccounts } from "./model/users/account";
import { clientStack, confidentialClients } from "./model/clients/client";
import { needsSecret, openshiftStack } from "./model/clusters/openshift";
import { own } from "./model/own";
import type { PlacedAccess } from "./model/placed-access";
import { AttributesStack } from "./stacks/attributes-stack";
import { ClientStack } from "./stacks/client-stack";
import { CredentialsStack } from "./stacks/credentials-stack";
import { EksStack } from "./stacks/eks-stack";
import { LeaversStack } from "./stacks/leavers-stack";
import { LoginStack } from "./stacks/login-stack";
import { OpenShiftStack } from "./stacks/openshift-stack";
import { PeopleStack } from "./stacks/people-stack";
import { PortalStack } from "./stacks/portal-stack";
import { RbacStack } from "./stacks/rbac-stack";
import { UsersStack } from "./stacks/users-stack";

// What a program of your own reads an access file with, beside the functions below.
export { loadAccess, type AccessFile } from "./config/load";
export { InvalidAccessFile } from "./config/mistake";
export type { PlacedAccess };

/** Users are made if the file says so, people are in groups, whoever leaves is out of them first; the login says who you are, attributes what else is known of you; a cluster trusts the login; RBAC says what a group may do there. */
export function defineSignIn(app: App, { access, directory }: PlacedAccess): void {
  const states = new States({ access, directory });
  const users = changesDirectory(access) ? new UsersStack(app, "users", { access, states }) : undefined;
  const people = new PeopleStack(app, "people", { access, states });
  const login = new LoginStack(app, "login", { access, states, people });
  const attributes =
    Object.keys(access.attributes).length > 0
      ? new AttributesStack(app, "attributes", { access, states, login })
      : undefined;
  // They look up by name whom it makes.
  if (users !== undefined) {
    const after = [people, ...(attributes === undefined ? [] : [attributes])];
    for (const stack of after) stack.addDependency(users);
    if (keepsAccounts(access.users)) new LeaversStack(app, "leavers", { access, states, users, after });
  }
  for (const [name, cluster] of Object.entries(access.clusters)) {
    const rbac = () => new RbacStack(app, `rbac-${name}`, { access, directory, states, name, cluster, people });
    switch (cluster.kind) {
      case "eks":
        new EksStack(app, `eks-${name}`, { access, states, cluster, login });
        rbac();
        break;
      case "openshift":
        rbac();
        if (needsSecret(cluster.openshift))
          new OpenShiftStack(app, openshiftStack(name), { access, directory, states, name, cluster, login });
        break;
      case "kubernetes":
      case "aks":
        rbac();
        break;
      default:
        cluster satisfies never;
    }
  }
  if (access.login.kubectl === "confidential") new CredentialsStack(app, "credentials", { access, states, login });
  const { portal } = access;
  const cluster = own(access.clusters, portal?.cluster);
  if (portal !== undefined && cluster !== undefined)
    new PortalStack(app, "portal", { access, directory, states, portal, cluster, login, people });
  for (const [name, client] of confidentialClients(access)) {
    const cluster = own(access.clusters, client.cluster);
    if (cluster !== undefined)
      new ClientStack(app, clientStack(name), { access, directory, states, name, client, cluster, login });
  }
}

/**
 * Writes the Terraform of every stack.
 *
 * @param outdir where to; by default where cdktf-cli expects it, or cdktf.out
 */
export function synthesize(file: PlacedAccess, outdir?: string): App {
  const app = new App(outdir === undefined ? {} : { outdir });
  defineSignIn(app, file);
  app.synth();
  return app;
}

/** The program that cdktf runs: writes the stacks of the access file, and says what each holds. */
export function run(): void {
  runToEnd(() => {
    process.exitCode = withAccessFile<ExitCode>(defaultAccessFile(), (file) => {
      keepPrivate(file);
      const app = synthesize(file);
      const { stacks } = app.manifest;
      refuseForeignTerraform(Object.values(stacks).map(({ synthesizedStackPath: path }) => join(app.outdir, path)));
      print(`${inventory(app).join("\n")}\n\nTerraform of each stack: ${app.outdir}/stacks`);
      return 0;
    });
  });
}

if (require.main === module) run();
