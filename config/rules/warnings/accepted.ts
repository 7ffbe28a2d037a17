import type { Rule } from "../rule";

/** Two entries for one place could have two ends. */
export const acceptedOnce: Rule = function* ({ accepted }) {
  const seen = new Map<string, number>();
  for (const [index, { warning, at, file }] of accepted.entries()) {
    if (warning === undefined) continue;
    const key = JSON.stringify([warning, at, file]);
    const other = seen.get(key);
    if (other === undefined) seen.set(key, index);
    else yield { path: ["accepted", index], must: `must not accept again what accepted[${String(other)}] accepts` };
  }
};
acceptedOnce.brings = { "accepted[]": "must not accept again what another entry accepts" };
