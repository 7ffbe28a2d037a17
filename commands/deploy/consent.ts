import { canAsk } from "../terminal/ask";
import { say, sayJson } from "../terminal/print";
import type { ExitCode } from "../with-access-file";

interface Consent {
  readonly file: string;
  /** Said beforehand. */
  readonly yes: boolean;
  readonly json: boolean;
}

/** Runs what changes something only where somebody can be asked, or has said yes beforehand. */
export function withConsent(
  verb: string,
  { file, yes, json }: Consent,
  run: () => Promise<ExitCode>,
): Promise<ExitCode> {
  if (yes || (canAsk() && !json && file !== "-")) return run();
  const why = json
    ? "with --json it asks nobody"
    : file === "-"
      ? "the access file comes from where the answer would"
      : "here is no terminal to ask on";
  const sentence = `${verb} asks before it changes anything, and ${why}. Add --yes, and let somebody look at npx entra-eks plan first.`;
  if (json) sayJson({ error: sentence });
  else say(sentence);
  return Promise.resolve(2);
}
