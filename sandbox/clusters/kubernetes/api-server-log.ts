import { readFileSync, statSync } from "node:fs";

/** What a kube-apiserver prints. Only there it says why it refused a token. */
export class ApiServerLog {
  constructor(readonly path: string) {}

  /** How long it is, in bytes. */
  get size(): number {
    return statSync(this.path).size;
  }

  /** The reason of the last refusal behind a place in the log. */
  refusalAfter(size: number): string | undefined {
    const text = readFileSync(this.path).subarray(size).toString();
    // [seen] withAuthentication in k8s.io/apiserver/pkg/endpoints/filters prints it before it answers.
    const reasons = [...text.matchAll(/"Unable to authenticate the request" err=(.*)$/gm)];
    const reason = reasons.at(-1)?.[1];
    return reason === undefined ? undefined : unquoted(reason);
  }
}

function unquoted(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}
