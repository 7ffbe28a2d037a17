import type { AccessFile } from "../config/load";
import { NoAnswer } from "../config/no-answer";
import { PeopleOutputs } from "../config/states/outputs";
import { clusterAuthenticators } from "../model/authentication/cluster-authenticator";
import { authenticatorFor } from "../model/authentication/judge-token";
import { own } from "../model/own";
import { knownCluster } from "./clusters/known-cluster";
import { kubernetesOption } from "./clusters/kubernetes-option";
import { clusterVersion, usualVersion } from "./explain/cluster-version";
import { explainPerson } from "./explain/explain-person";
import { explainToken } from "./explain/explain-token";
import type { Explanation } from "./explain/explanation";
import { notItsTokens } from "./explain/own-application";
import { inWords } from "./explain/in-words";
import { fetchKeys, keysInFile } from "./explain/issuer-keys";
import { readToken } from "./explain/read-token";
import { signIn } from "./explain/sign-in";
import { clientIdOption } from "./login/client-id-option";
import { deployedLogin } from "./login/deployed-login";
import { NotDeployed } from "./states/not-deployed";
import { stackOutputs } from "./states/stack-outputs";
import { print, printJson } from "./terminal/print";
import { Progress } from "./terminal/progress";
import { withAccessFile, type ExitCode } from "./with-access-file";

export interface ExplainOptions {
  readonly file: string;
  readonly json: boolean;
  /** @default - the only cluster of the access file */
  readonly cluster?: string | undefined;
  /**
   * `-` reads the token from standard input.
   *
   * @default - another option says whose token it is
   */
  readonly token?: string | undefined;
  /** @default - another option says whose token it is */
  readonly tokenFile?: string | undefined;
  /**
   * Sign in by kubelogin.
   *
   * @default false
   */
  readonly login?: boolean | undefined;
  /** @default - a token is judged, not a person */
  readonly person?: string | undefined;
  /** @default - the keys are fetched from the issuer */
  readonly jwks?: string | undefined;
  /** @default - now */
  readonly at?: string | undefined;
  /** @default - the cluster's when its stack was deployed, or the newest rules that EKS has */
  readonly kubernetes?: string | undefined;
  /** @default - the output of the stack `login` */
  readonly clientId?: string | undefined;
}

/** Says whether a cluster accepts a token or a person, and why. */
export function explain(options: ExplainOptions): ExitCode | Promise<ExitCode> {
  const { file, json } = options;
  const run = async (accessFile: AccessFile): Promise<ExitCode> => {
    const progress = new Progress();
    try {
      const explanation = await explanationOf(accessFile, options, progress);
      if (json) printJson(explanation);
      else print(inWords(explanation));
      return explanation.accepted === null ? 2 : explanation.accepted ? 0 : 1;
    } finally {
      progress.end();
    }
  };
  return withAccessFile(file, run, { json });
}

async function explanationOf(file: AccessFile, options: ExplainOptions, progress: Progress): Promise<Explanation> {
  const source = sourceOf(options);
  const cluster = knownCluster(file.access, options.cluster);
  const kubernetes = kubernetesOption(options.kubernetes) ?? clusterVersion(file, cluster) ?? usualVersion;
  const now = timeOf(options.at);
  if ("person" in source) {
    return explainPerson({ file, cluster, person: source.person, objectIds: await groupObjectIds(file, progress) });
  }
  // None of its tokens is an ID token, and what is in them is between Azure and Azure, or within OpenShift.
  const why = notItsTokens(cluster, own(file.access.clusters, cluster));
  if (why !== undefined) throw new NoAnswer(onlyPeople(why));
  const { token, clientId } = await tokenFrom(source, clientIdOption(options.clientId), file, progress);
  const authenticators = clusterAuthenticators(file.access, own(file.access.clusters, cluster), clientId);
  const authenticator = authenticatorFor(token, authenticators);
  return explainToken({
    file,
    cluster,
    token,
    authenticator,
    signingKeys: await signingKeys(authenticator.issuerUrl, options.jwks, progress),
    objectIds: await groupObjectIds(file, progress),
    now,
    kubernetes,
  });
}

const onlyPeople = (why: string) => `${why.replace(/\.$/, "")}; --person <name> says what the file lets expect`;

type TokenSource = { readonly file: string } | { readonly login: true } | { readonly person: string };

/** @throws NoAnswer unless exactly one option says whose token it is */
function sourceOf({ token, tokenFile, login = false, person, file }: ExplainOptions): TokenSource {
  const given = [token, tokenFile, login || undefined, person].filter((option) => option !== undefined);
  if (given.length !== 1) {
    throw new NoAnswer(
      "Say whose token you mean with one of --token -, --token-file <file>, --login or --person <name>",
    );
  }
  if (token !== undefined && token !== "-") {
    throw new NoAnswer(
      "--token takes only -, which is standard input: others on this machine can read the arguments of a program",
    );
  }
  if (token !== undefined && file === "-") {
    throw new NoAnswer(
      "The access file and the token cannot both come from standard input. Name a file for one of them",
    );
  }
  if (person !== undefined) return { person };
  return login ? { login: true } : { file: token ?? tokenFile ?? "-" };
}

/** The token, and the client ID that it is judged by. */
async function tokenFrom(
  source: Exclude<TokenSource, { readonly person: string }>,
  named: string | undefined,
  file: AccessFile,
  progress: Progress,
): Promise<{ readonly token: string; readonly clientId: string }> {
  if ("file" in source) {
    const token = readToken(source.file);
    return { token, clientId: named ?? (await deployedLogin(file, progress)).clientId };
  }
  const login = await deployedLogin(file, progress);
  const clientId = named ?? login.clientId;
  return { token: await signIn({ ...login, clientId }), clientId };
}

/** Seconds since 1970. */
function timeOf(text: string | undefined): number {
  if (text === undefined) return Date.now() / 1000;
  const time = /^\d{1,12}$/.test(text) ? Number(text) : Date.parse(text) / 1000;
  if (Number.isFinite(time)) return time;
  throw new NoAnswer(`--at must be a time such as 2026-11-27T09:30:00Z, or seconds since 1970, got "${text}"`);
}

/** An issuer that does not answer by then is not going to. */
const mostMs = 15_000;

async function signingKeys(issuer: string, jwks: string | undefined, progress: Progress) {
  if (jwks !== undefined) return { keys: keysInFile(jwks) };
  progress.tell("Fetching the public keys of the issuer");
  return fetchKeys(issuer, { env: process.env, signal: AbortSignal.timeout(mostMs), now: Date.now });
}

/** Object ID of each group by its key; none before the stack `people` is deployed. */
async function groupObjectIds(file: AccessFile, progress: Progress): Promise<Readonly<Record<string, string>>> {
  try {
    return (await stackOutputs(file, "people", PeopleOutputs, progress)).group_object_ids;
  } catch (error) {
    if (error instanceof NotDeployed) return {};
    throw error;
  }
}
