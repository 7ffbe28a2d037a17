import type { AccessFile } from "../../config/load";
import { NoAnswer } from "../../config/no-answer";
import { goMap } from "../../model/authentication/go-json";
import type { JsonNode } from "../../model/authentication/json-node";
import { judgeToken, readPayload, type TokenVerdict } from "../../model/authentication/judge-token";
import type { KubernetesVersion } from "../../model/authentication/kubernetes-version";
import { tokenGroups } from "../../model/authentication/token-group";
import type { TokenAuthenticator } from "../../model/authentication/token-authenticator";
import { issuerUrl } from "../../model/login/login";
import { accessTokenOf } from "./access-token";
import { explainedGroups, type Explanation } from "./explanation";
import { fixInWords } from "./fix-in-words";
import type { FetchedKeys } from "./issuer-keys";
import { tokenClaims } from "./token-claims";

export interface ExplainTokenProps {
  readonly file: AccessFile;
  /** Key of the cluster. */
  readonly cluster: string;
  readonly token: string;
  /** Of the cluster, the one whose token it is: of the login, or of an issuer beside it. */
  readonly authenticator: TokenAuthenticator;
  readonly signingKeys: FetchedKeys;
  /** Object ID of each group by its key, as far as they are known. */
  readonly objectIds: Readonly<Record<string, string>>;
  /** Seconds since 1970. */
  readonly now: number;
  readonly kubernetes: KubernetesVersion;
}

/**
 * What an API server says of a token, and what follows.
 *
 * @throws NoAnswer if it is an access token
 */
export async function explainToken(props: ExplainTokenProps): Promise<Explanation> {
  const { file, cluster, token, authenticator, signingKeys, objectIds, now, kubernetes } = props;
  const { access } = file;
  const keys = "keys" in signingKeys ? { keys: signingKeys.keys } : {};
  const verdict = await judgeToken(token, authenticator, { ...keys, now, kubernetes });
  const claims = claimsIn(token);
  const accessToken = isOfLogin(props) ? accessTokenOf(claims) : undefined;
  if (verdict.verdict === "refused" && accessToken !== undefined) throw new NoAnswer(accessToken);
  return {
    cluster,
    ...answer(props, verdict, claims),
    claims: tokenClaims(claims, authenticator, now),
    ...explainedGroups(
      file,
      cluster,
      verdict.verdict === "refused" ? [] : tokenGroups(access, verdict.groups, objectIds),
    ),
    notes: [
      ...(isOfLogin(props) ? [] : [`${authenticator.issuerUrl} made the token, an issuer beside the login.`]),
      ...("keys" in signingKeys ? [] : [`The signature was not checked: ${signingKeys.missing}`]),
    ],
  };
}

const isOfLogin = ({ file, authenticator }: Pick<ExplainTokenProps, "file" | "authenticator">) =>
  authenticator.issuerUrl === issuerUrl(file.access);

function answer(props: ExplainTokenProps, verdict: TokenVerdict, claims: ReadonlyMap<string, JsonNode>) {
  if (verdict.verdict !== "refused") {
    return {
      accepted: verdict.verdict === "accepted" ? true : null,
      username: verdict.username,
      reason: null,
      fix: null,
    };
  }
  const { file, cluster, authenticator } = props;
  const fix = isOfLogin(props)
    ? fixInWords(file, { cluster, refusal: verdict, claims })
    : `For the operator: Compare the token with what clusters.${cluster}.kubernetes.issuers says of ${authenticator.issuerUrl}, and ask whoever runs that issuer.`;
  return { accepted: false, username: null, reason: verdict.reason, fix };
}

function claimsIn(token: string): ReadonlyMap<string, JsonNode> {
  const payload = readPayload(token);
  return payload?.kind === "object" ? goMap(payload) : new Map<string, JsonNode>();
}
