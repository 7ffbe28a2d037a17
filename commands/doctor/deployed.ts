import type { z } from "zod";
import { NoAnswer } from "../../config/no-answer";
import { LoginOutputs, PeopleOutputs } from "../../config/states/outputs";
import type { Access } from "../../config/schema/access";
import type { ApiServerPlace } from "../../model/clusters/api-server-place";
import type { PlacedAccess } from "../../model/placed-access";
import { apiServerPlace } from "../clusters/api-server-place";
import { stackOutputs } from "../states/stack-outputs";
import type { Surroundings } from "./surroundings";

/** Outputs of a stack, or why they are not known. */
export type Deployed<T> = { readonly outputs: T } | { readonly reason: string };

type Outputs<T extends z.ZodType> = Deployed<z.output<T>>;

/** What the states say, as far as other probes rest on it. */
export interface DeployedStacks {
  readonly login: Outputs<typeof LoginOutputs>;
  readonly people: Outputs<typeof PeopleOutputs>;
  /** By key of the cluster. */
  readonly clusters: ReadonlyMap<string, Deployed<ApiServerPlace>>;
}

/** One cluster that is examined: its key, and its entry. */
export type NamedCluster = readonly [key: string, cluster: Access["clusters"][string]];

/** Reads what is deployed; from remote states through Terraform, one after the other. */
export async function deployedStacks(
  file: PlacedAccess,
  clusters: readonly NamedCluster[],
  { limit }: Pick<Surroundings, "limit">,
): Promise<DeployedStacks> {
  const read = <Shape extends z.ZodRawShape>(stack: string, wanted: z.ZodObject<Shape>) =>
    known(() => stackOutputs(file, stack, wanted, undefined, limit()));
  const login = await read("login", LoginOutputs);
  const people = await read("people", PeopleOutputs);
  const byKey = new Map<string, Deployed<ApiServerPlace>>();
  for (const [key] of clusters) byKey.set(key, await known(() => apiServerPlace(file, key, undefined, limit())));
  return { login, people, clusters: byKey };
}

async function known<T>(ask: () => Promise<T>): Promise<Deployed<T>> {
  try {
    return { outputs: await ask() };
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return { reason: withoutAdvice(error.message) };
  }
}

/** What is not deployed, the states tell with what to do. */
const withoutAdvice = (sentence: string) => sentence.replace(/^(The stack "[^"]+" is not deployed):.*/s, "$1");
