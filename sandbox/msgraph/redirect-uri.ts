export type RedirectKind = "web" | "spa" | "publicClient";

const loopback = ["localhost", "127.0.0.1", "[::1]"];
const brokers = ["ms-appx-web:", "brk-multihub:", "api:"];

/** Whether an application may have this redirect URI: learn.microsoft.com/entra/identity-platform/reply-url [doc] */
export function isRedirectUri(uri: string, kind: RedirectKind): boolean {
  if (uri.length > 256) return false;
  if (uri.startsWith("urn:")) return kind !== "spa";
  if (!URL.canParse(uri) || uri.includes("#")) return false;
  if (kind === "publicClient") return true;
  const { protocol, hostname } = new URL(uri);
  if (protocol === "http:") return loopback.includes(hostname);
  return protocol === "https:" || brokers.includes(protocol);
}
