import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { Agent, request } from "node:https";
import { text } from "node:stream/consumers";

export interface TokenReviewerProps {
  readonly url: string;
  /** PEM. */
  readonly ca: string;
  /** Path of what the API server prints. */
  readonly log: string;
}

/** What a real API server says of a token. */
export type RealVerdict =
  | { readonly accepted: true; readonly username: string; readonly groups: readonly string[] }
  | { readonly accepted: false; readonly reason: string };

/** Asks an API server who one is, over one connection: about one token after the other, so that the log tells whose reason it is. */
export class TokenReviewer {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });
  private readonly log: number;
  private read: number;

  constructor(private readonly props: TokenReviewerProps) {
    this.log = openSync(props.log, "r");
    this.read = fstatSync(this.log).size;
  }

  close(): void {
    this.agent.destroy();
    closeSync(this.log);
  }

  async review(token: string): Promise<RealVerdict> {
    const { status, body } = await this.ask(token);
    const reasons = refusalsIn(this.printed());
    if (status === 401) {
      const [reason] = reasons;
      if (reason === undefined || reasons.length > 1) throw new Error(`${reasons.length} reasons for one refusal`);
      return { accepted: false, reason };
    }
    if (status !== 201 || reasons.length > 0) throw new Error(`${status} ${body} ${reasons.join()}`);
    const { userInfo } = (JSON.parse(body) as { status: { userInfo: { username?: string; groups?: string[] } } })
      .status;
    return { accepted: true, username: userInfo.username ?? "", groups: userInfo.groups ?? [] };
  }

  private ask(token: string): Promise<{ readonly status: number; readonly body: string }> {
    const { url, ca } = this.props;
    const headers = {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      accept: "application/json",
    };
    const options = { method: "POST", headers, ca, agent: this.agent };
    return new Promise((resolve, reject) => {
      const asked = request(`${url}/apis/authentication.k8s.io/v1/selfsubjectreviews`, options, (response) => {
        text(response).then((body) => {
          resolve({ status: response.statusCode ?? 0, body });
        }, reject);
      });
      asked.on("error", reject).end('{"apiVersion":"authentication.k8s.io/v1","kind":"SelfSubjectReview"}');
    });
  }

  /** What was printed since the last time. */
  private printed(): string {
    const { size } = fstatSync(this.log);
    const bytes = Buffer.alloc(size - this.read);
    readSync(this.log, bytes, 0, bytes.length, this.read);
    this.read = size;
    return bytes.toString();
  }
}

/** The reasons in lines of a log: withAuthentication prints one before it answers. What has several lines is indented. [seen] */
function refusalsIn(lines: string): readonly string[] {
  const found = lines.matchAll(
    /"Unable to authenticate the request" err=(?:("(?:[^"\\]|\\.)*")|<\n((?:\t[^\n]*\n)*) >)/g,
  );
  return [...found].map(([, quoted = '""', block]) =>
    unwrapped(block === undefined ? unquoted(quoted) : dedented(block)),
  );
}

const dedented = (block: string) =>
  block
    .split("\n")
    .slice(0, -1)
    .map((line) => line.slice(1))
    .join("\n");

/** The JWT authenticator's own reason: of the others, each says only that the token is not its own. */
const unwrapped = (reason: string) => /^\[invalid bearer token, (.*)\]$/s.exec(reason)?.[1] ?? reason;

/** A text that Go's strconv.Quote wrote. */
function unquoted(quoted: string): string {
  const special: Readonly<Record<string, string>> = { a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };
  return quoted
    .slice(1, -1)
    .replace(/\\(x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|.)/g, (_, code: string) =>
      code.length > 1 ? String.fromCodePoint(parseInt(code.slice(1), 16)) : (special[code] ?? code),
    );
}
