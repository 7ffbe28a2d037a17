import { judgeToken } from "../../model/authentication/judge-token";
import type { KubernetesVersion } from "../../model/authentication/kubernetes-version";
import { tokenOf, validDraft, type Draft, type TokenWorld } from "./draft";

/** What the judge says of a token that differs from a valid one: the reason, or whom it is of in JSON. */
export async function saidOf(
  world: TokenWorld,
  change: (draft: Draft) => Draft,
  kubernetes: KubernetesVersion,
): Promise<string> {
  const token = tokenOf(change(validDraft(world)));
  const { authenticator, keys, now } = world;
  const verdict = await judgeToken(token, authenticator, { keys: keys.published, now, kubernetes });
  if (verdict.verdict === "refused") return verdict.reason;
  return JSON.stringify([verdict.username, ...verdict.groups]);
}
