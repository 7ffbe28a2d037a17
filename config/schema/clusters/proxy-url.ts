import { z } from "zod";
import { visible, withoutToken } from "../names";

/** Whether a URL carries a user name or a password; a rule refuses that without repeating them. */
export const hasUserInfo = (url: string) => /^[^/]*\/\/[^/?#]*@/.test(url);

/** What client-go takes (k8s.io/client-go/tools/clientcmd, Cluster.ProxyURL). */
function isProxyUrl(text: string): boolean {
  const parsed = URL.canParse(text) ? new URL(text) : undefined;
  return parsed !== undefined && /^(https?|socks5):\/\/[^/?#\s]+\/?$/i.test(text) && parsed.hostname !== "";
}

/** The proxy to an API server. */
export const ProxyUrl = z
  .string()
  .refine(
    (text) => hasUserInfo(text) || isProxyUrl(text),
    "must be the http, https or socks5 URL of a proxy, such as http://proxy.contoso.com:3128",
  )
  .refine(...visible)
  .refine(...withoutToken)
  .meta({ pattern: "^([hH][tT][tT][pP][sS]?|[sS][oO][cC][kK][sS]5)://[^/?#\\s@]+/?$" });
