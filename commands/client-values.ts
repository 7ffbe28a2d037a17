import { stringify } from "yaml";
import type { AccessFile } from "../config/load";
import { NoAnswer } from "../config/no-answer";
import { didYouMean } from "../config/text/suggestion";
import { callbackOf } from "../model/clients/callback";
import { clientManifests } from "../model/clients/client-manifests";
import { clientValues as valuesOf } from "../model/clients/client-values";
import { clientRoles, type ClientProps } from "../model/clients/preset";
import { own } from "../model/own";
import { deployedGroups } from "./clients/deployed-groups";
import { deployedClientId } from "./login/deployed-login";
import { printDeployed, type PrintDeployedOptions } from "./states/print-deployed";
import type { Progress } from "./terminal/progress";
import type { ExitCode } from "./with-access-file";

export interface ClientValuesOptions extends PrintDeployedOptions {
  /** Key of the client. */
  readonly client: string;
  /** Print the manifests for the External Secrets Operator instead. */
  readonly externalSecret: boolean;
}

/** Prints the values for a client's chart, or the manifests that make its Secret. Nothing in them is secret. */
export function clientValues({ client, externalSecret, ...options }: ClientValuesOptions): Promise<ExitCode> {
  if (externalSecret) {
    const make = (file: AccessFile) => Promise.resolve(manifestsOf(file, clientOf(file, client, options.file)));
    return printDeployed(options, make, inDocuments);
  }
  return printDeployed(options, (file, progress) =>
    deployedValues(file, clientOf(file, client, options.file), progress),
  );
}

/** @throws NoAnswer if the file has no such client */
function clientOf({ access }: AccessFile, name: string, file: string): ClientProps {
  const client = own(access.clients, name);
  if (client !== undefined) return { name, client, access, callback: callbackOf(client) };
  const known = Object.keys(access.clients);
  const hint =
    didYouMean(name, known) ??
    (known.length === 0 ? 'it has no "clients"' : `its clients are ${known.slice(0, 10).join(", ")}`);
  throw new NoAnswer(`${file} has no client ${JSON.stringify(name)}; ${hint}`);
}

async function deployedValues(file: AccessFile, props: ClientProps, progress: Progress): Promise<unknown> {
  const keys = clientRoles.flatMap((role) => props.client.groups[role]);
  const clientId = await deployedClientId(file, progress);
  return valuesOf({ ...props, clientId, objectIds: await deployedGroups(file, keys, progress) });
}

function manifestsOf({ access }: AccessFile, props: ClientProps): readonly unknown[] {
  const manifests = clientManifests(access, props);
  if (manifests !== undefined) return manifests;
  throw new NoAnswer(`clients.${props.name} keeps no secret in AWS Secrets Manager`);
}

const inDocuments = (manifests: readonly unknown[]) =>
  manifests.map((manifest) => `---\n${stringify(manifest, { lineWidth: 0 })}`).join("");
