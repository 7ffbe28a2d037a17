import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";
import { readBytes, UnreadFile } from "../../config/file/read-bytes";
import { NoAnswer } from "../../config/no-answer";
import { hasUserInfo } from "../../config/schema/clusters/proxy-url";
import type { ApiServerPlace } from "../../model/clusters/api-server-place";
import type { KubeconfigWay, Way } from "../../model/clusters/way-to";
import { entriesOf, NoKubeconfig, readKubeconfig, type KubeconfigText, type List } from "../kubeconfig/kubeconfig-text";

/** A kubeconfig of many clusters is some hundred kilobytes. */
const mostBytes = 4 * 1024 * 1024;

const Context = z.object({ context: z.object({ cluster: z.string() }) });

/** v1 Cluster of a kubeconfig: kubernetes.io/docs/reference/config-api/kubeconfig.v1. Whose it is, is not read. */
const Server = z.object({
  cluster: z.object({
    server: z.string(),
    "certificate-authority": z.string().optional(),
    "certificate-authority-data": z.string().optional(),
    "insecure-skip-tls-verify": z.boolean().optional(),
    "tls-server-name": z.string().optional(),
    "proxy-url": z.string().optional(),
  }),
});
type Server = z.output<typeof Server>["cluster"];

/**
 * Where a context of the operator's kubeconfig leads, and how the API server shows who it is. Nothing of its users is taken.
 *
 * @param directory folder of the access file
 * @param key of the cluster, for messages
 * @param kind of the cluster, for messages
 * @throws NoAnswer
 */
export function placeInKubeconfig(
  { kubeconfig, context, proxyUrl }: KubeconfigWay,
  directory: string,
  key: string,
  kind: Extract<Way, { by: "kubeconfig" }>["kind"] = "kubernetes",
): ApiServerPlace {
  const path = kubeconfig.startsWith("~/") ? join(homedir(), kubeconfig.slice(2)) : resolve(directory, kubeconfig);
  const refuse = (sentence: string) => new NoAnswer(`clusters.${key}.${kind}: ${path} ${sentence}`);
  const text = readAs(path, refuse);
  const { cluster } = entryOf(text, "contexts", context, Context, refuse).context;
  const server = entryOf(text, "clusters", cluster, Server, refuse).cluster;
  const endpoint = endpointOf(server, context, refuse);
  const authority = authorityOf(server, dirname(path), context, refuse);
  const name = server["tls-server-name"] ?? "";
  const proxy = proxyOf(server, context, refuse) ?? proxyUrl;
  return {
    endpoint,
    ...(authority === undefined ? {} : { certificateAuthority: authority }),
    ...(name === "" ? {} : { tlsServerName: name }),
    ...(proxy === undefined ? {} : { proxyUrl: proxy }),
  };
}

/** Makes a sentence behind the name of the kubeconfig an answer. */
type Refuse = (sentence: string) => NoAnswer;

function readAs(path: string, refuse: Refuse): KubeconfigText {
  try {
    return readKubeconfig(readBytes(path, mostBytes).toString("utf8"));
  } catch (error) {
    if (error instanceof UnreadFile || error instanceof NoKubeconfig) throw refuse(error.message);
    throw error;
  }
}

function entryOf<T extends z.ZodType>(
  { value }: KubeconfigText,
  list: List,
  name: string,
  shape: T,
  refuse: Refuse,
): z.output<T> {
  const entry = entriesOf(value, list).find((one) => one.name === name);
  const one = list.slice(0, -1);
  if (entry === undefined) throw refuse(`has no ${one} "${name}"`);
  const read = shape.safeParse(entry);
  if (read.success) return read.data;
  throw refuse(`is not a kubeconfig: its ${one} "${name}" has something else than Kubernetes documents`);
}

function endpointOf({ server, ...rest }: Server, context: string, refuse: Refuse): string {
  if (rest["insecure-skip-tls-verify"] === true) {
    throw refuse(
      `has insecure-skip-tls-verify in the cluster of context "${context}", so people's tokens would go to whoever answers; give the certificate authority instead`,
    );
  }
  const isUrl = /^https:\/\/[^\s?#@]+$/.test(server) && URL.canParse(server);
  if (isUrl) return server;
  const must = `must have an https:// URL as the server of context "${context}"`;
  throw refuse(hasUserInfo(server) ? `${must}, without a user name or a password` : `${must}, got "${server}"`);
}

/** Only certificates: beside them a file may have a key. */
function authorityOf(server: Server, folder: string, context: string, refuse: Refuse): string | undefined {
  const { "certificate-authority-data": data = "", "certificate-authority": file = "" } = server;
  if (data === "" && file === "") return undefined;
  const pem = data === "" ? authorityIn(resolve(folder, file), refuse) : Buffer.from(data, "base64").toString("latin1");
  const certificates = pem.match(/-----BEGIN CERTIFICATE-----\s[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g);
  if (certificates === null) throw refuse(`has no certificate as the certificate authority of context "${context}"`);
  const isAll = squeezed(pem) === squeezed(certificates.join(""));
  return data !== "" && isAll ? squeezed(data) : Buffer.from(`${certificates.join("\n")}\n`).toString("base64");
}

const squeezed = (text: string) => text.replace(/\s/g, "");

function authorityIn(path: string, refuse: Refuse): string {
  try {
    return readBytes(path, mostBytes).toString("latin1");
  } catch (error) {
    if (error instanceof UnreadFile) throw refuse(`names the certificate authority ${path}, which ${error.message}`);
    throw error;
  }
}

function proxyOf({ "proxy-url": proxy = "" }: Server, context: string, refuse: Refuse): string | undefined {
  if (proxy === "") return undefined;
  if (!hasUserInfo(proxy)) return proxy;
  throw refuse(
    `has a proxy-url with a user name or a password in the cluster of context "${context}", and everybody's kubeconfig would contain it`,
  );
}
