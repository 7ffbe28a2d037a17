import { z } from "zod";
import type { Action, UrlAction } from "../../../model/rbac/verdict";
import { ApiClient, ApiRefusal } from "./api-client";
import type { ApiServerLog } from "./api-server-log";

/** The API server's own reason why it does not take a token. */
export interface Refused {
  readonly refused: string;
}

/** Who somebody is to the API server. */
export interface Identity {
  readonly name: string;
  readonly groups: readonly string[];
}

const WhoAmI = z.looseObject({
  status: z.looseObject({
    userInfo: z.looseObject({ username: z.string(), groups: z.array(z.string()).optional() }),
  }),
});
const May = z.looseObject({ status: z.looseObject({ allowed: z.boolean() }) });

/** Questions that the holder of a token may ask about himself. */
export class TokenReviews {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly server: { readonly url: string; readonly ca: string },
    private readonly log: ApiServerLog,
  ) {}

  async whoAmI(token: string): Promise<Identity | Refused> {
    const answer = await this.ask(token, "authentication.k8s.io", "SelfSubjectReview", {});
    if (isRefused(answer)) return answer;
    const { username, groups = [] } = WhoAmI.parse(answer.body).status.userInfo;
    return { name: username, groups };
  }

  async may(token: string, action: Action | UrlAction): Promise<"yes" | "no" | Refused> {
    const answer = await this.ask(token, "authorization.k8s.io", "SelfSubjectAccessReview", attributesOf(action));
    if (isRefused(answer)) return answer;
    return May.parse(answer.body).status.allowed ? "yes" : "no";
  }

  /** One at a time: the log does not say whose token was refused. */
  private ask(token: string, group: string, kind: string, spec: object): Promise<{ readonly body: unknown } | Refused> {
    const next = this.last.then(() => this.askNow(token, group, kind, spec));
    this.last = next.catch(() => undefined);
    return next;
  }

  private async askNow(token: string, group: string, kind: string, spec: object) {
    const { url, ca } = this.server;
    const before = this.log.size;
    const path = `/apis/${group}/v1/${kind.toLowerCase()}s`;
    const review = { apiVersion: `${group}/v1`, kind, spec };
    const { status, text } = await new ApiClient(url, ca, { token }).ask("POST", path, review);
    if (status === 401) return { refused: this.log.refusalAfter(before) ?? "Unauthorized" };
    if (status !== 201) throw new ApiRefusal(`POST ${path}: ${status} ${text}`);
    return { body: JSON.parse(text) as unknown };
  }
}

function attributesOf(action: Action | UrlAction) {
  if ("url" in action) return { nonResourceAttributes: { verb: action.verb, path: action.url } };
  const { verb, resource: path, apiGroup = "", ...where } = action;
  const [resource, subresource] = path.split("/");
  return { resourceAttributes: { verb, group: apiGroup, resource, subresource, ...where } };
}

const isRefused = (answer: object): answer is Refused => "refused" in answer;
