import { clientStack } from "../../../model/clients/client";
import { secretProviders } from "../../../model/clients/secret-providers";
import { openshiftStack } from "../../../model/clusters/openshift";
import { own } from "../../../model/own";
import { providerOf } from "../../../model/terraform/provider-of";
import type { Draft } from "../../draft";
import type { Path } from "../../mistake";
import { ofOneKind } from "../clusters/kinds";
import type { Rule } from "../rule";
import { localState, resourcesIn } from "./local-resources";

/** A stack with a client secret. */
interface Holder {
  readonly stack: string;
  /** The key that decides where the secret is. */
  readonly path: Path;
  /** The providers that reach it there. */
  readonly providers: readonly string[];
  /** What must hold of that key while one of these still has a secret from before. */
  readonly must: ReadonlyMap<string, string>;
}

/**
 * Secrets in a local state that their stack does not reach any more: Terraform would look for them on an API server at localhost,
 * or in whatever region the environment names. What lies in other backends cannot be seen from here.
 *
 * @param directory folder of the access file
 */
export const outOfReach = (directory: string): Rule =>
  function* outOfReach(draft) {
    for (const { stack, path, providers, must } of holdersIn(draft)) {
      const file = localState(draft.backend, directory, stack);
      const resources = file === undefined ? [] : resourcesIn(file);
      const left = resources.find(({ mode, type }) => {
        return mode === "managed" && must.has(providerOf(type)) && !providers.includes(providerOf(type));
      });
      if (file === undefined || left === undefined) continue;
      yield {
        path,
        at: "key",
        must: `${must.get(providerOf(left.type)) ?? ""} until the stack ${stack} is destroyed: ${file} still holds ${left.type}.${left.name}, which that stack would not reach any more`,
        hint: `put the entry back as it was, run npx cdktf destroy ${stack}, then change it`,
      };
    }
  };
outOfReach.brings = {
  "portal.secret.store": "must stay where the secret is until the stack is destroyed",
  "clients.*.secret.store": "must stay where the secret is until the stack is destroyed",
  "clusters.*.openshift.signIn": "must not become `rosa-classic` until the stack of the secret is destroyed",
};

const stored = new Map([
  ["kubernetes", 'must stay "kubernetes"'],
  ["aws", "must stay in AWS Secrets Manager"],
]);

const toRedHat = new Map([["kubernetes", 'must not become "rosa-classic"']]);

type DraftClient = Pick<Draft["clients"][string], "cluster" | "secret">;

function* holdersIn({ clusters, portal, clients }: Draft): Iterable<Holder> {
  const ofClient = (stack: string, path: Path, { cluster: name, secret }: DraftClient): Holder[] => {
    const cluster = ofOneKind(own(clusters, name));
    if (cluster === undefined) return [];
    const providers = secretProviders(cluster, secret?.store);
    return [{ stack, path: [...path, "secret", "store"], providers, must: stored }];
  };
  if (portal !== undefined) yield* ofClient("portal", ["portal"], portal);
  for (const [name, client] of Object.entries(clients)) {
    if (client.public === undefined) yield* ofClient(clientStack(name), ["clients", name], client);
  }
  for (const [name, { openshift }] of Object.entries(clusters)) {
    if (openshift?.signIn !== "rosa-classic") continue;
    const path = ["clusters", name, "openshift", "signIn"];
    yield { stack: openshiftStack(name), path, providers: [], must: toRedHat };
  }
}
