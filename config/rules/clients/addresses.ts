import { presetOf } from "../../../model/clients/presets";
import { needsSecret, openshiftCallback } from "../../../model/clusters/openshift";
import { redirectUris } from "../../../model/portal/portal";
import type { OpenShiftWay } from "../../schema/clusters/openshift";
import { hasUserInfo } from "../../schema/clusters/proxy-url";
import { portalVersions } from "../../schema/portal/portal";
import type { Draft } from "../../draft";
import { written, type Path } from "../../mistake";
import type { Rule } from "../rule";

type Client = Draft["clients"][string];

/** What stands in the file is read by many; the sentence must not repeat it. */
export const clientUserInfo: Rule = function* ({ clients }) {
  for (const [name, client] of Object.entries(clients)) {
    for (const key of ["url", "callback", "logout"] as const) {
      if (!hasUserInfo(client[key] ?? "")) continue;
      const must = "must not contain a user name or a password";
      yield { path: ["clients", name, key], must, got: "a URL with them", hint: "everybody can read the access file" };
    }
  }
};
clientUserInfo.brings = {
  "clients.*.url": "must not contain a user name or a password",
  "clients.*.callback": "must not contain a user name or a password",
  "clients.*.logout": "must not contain a user name or a password",
};

/** Without a preset nobody knows the path; a callback that is the address itself, as Kiali's, would be two slashes that have to be one. */
export const clientAddress: Rule = function* ({ clients }) {
  for (const [name, client] of Object.entries(clients)) {
    if (client.preset === undefined && client.callback === undefined)
      yield { path: ["clients", name], at: "key", must: "must have a callback, or a preset that knows it" };
    const path = ["clients", name, "url"];
    const href = hrefOf(client.url);
    const preset = presetOf(client);
    if (preset?.callback === "" && client.callback === undefined && href?.pathname === "/")
      yield {
        path,
        must: `must have a path such as /${client.preset ?? ""}, because ${preset.title} sends people back to this address as it is`,
      };
    if (preset?.isAtRoot !== true) continue;
    if (href !== undefined && href.pathname !== "/")
      yield { path, must: `must not have a path, because ${preset.title} puts its own right behind the host` };
    if (client.callback !== undefined)
      yield {
        path: ["clients", name, "callback"],
        at: "key",
        must: `must not be given, because ${preset.title} works its callback out from its address`,
      };
  }
};
clientAddress.brings = {
  "clients.*": "must have a callback, or a preset that knows it",
  "clients.*.url": "must have a path for the preset kiali, and none for krci-portal",
  "clients.*.callback": "must not be given for krci-portal",
};

/** Entra keeps an address once. Whoever comes back to the callback of another program brings a code that this one cannot redeem. */
export const clientCallbacks: Rule = function* ({ portal, clients, clusters }) {
  const seen = new Map<string, string>([[key("http://localhost/"), "kubectl"]]);
  for (const uri of portalCallbacks(portal)) seen.set(key(uri), "portal");
  for (const { key: cluster, uri } of openshiftCallbacks(clusters)) seen.set(key(uri), written(["clusters", cluster]));
  for (const { cliRedirects = [], title } of Object.values(clients).flatMap((client) => presetOf(client) ?? [])) {
    for (const uri of cliRedirects) seen.set(key(uri), `the command line of ${title}`);
  }
  for (const [name, client] of Object.entries(clients)) {
    const uri = hrefOf(client.callback ?? byPreset(client));
    if (uri === undefined) continue;
    const other = seen.get(key(uri.href));
    if (other === undefined) seen.set(key(uri.href), written(["clients", name]));
    else
      yield {
        path: placeOf(name, client),
        must: `must lead to another callback than that of ${other}, which is ${uri.href}`,
      };
  }
};
clientCallbacks.brings = {
  "clients.*.url": "must lead to another callback than those of the portal, kubectl and other clients",
  "clients.*.callback": "must be another callback than those of the portal, kubectl and other clients",
};

const placeOf = (name: string, { callback }: Client): Path => [
  "clients",
  name,
  callback === undefined ? "url" : "callback",
];

const byPreset = (client: Client) => {
  const preset = presetOf(client);
  return client.url === undefined || preset === undefined ? undefined : `${client.url}${preset.callback}`;
};

function hrefOf(text: string | undefined): URL | undefined {
  return text === undefined || hasUserInfo(text) || !URL.canParse(text) ? undefined : new URL(text);
}

/** Entra ignores the port of http://localhost. */
function key(uri: string): string {
  const { protocol, hostname, pathname, href } = new URL(uri);
  return protocol === "http:" && hostname === "localhost" ? `http://localhost${pathname}` : href;
}

function openshiftCallbacks(clusters: Draft["clusters"]): { readonly key: string; readonly uri: string }[] {
  return Object.entries(clusters).flatMap(([key, { openshift = {} }]) => {
    const { domain, signIn, provider = "entra" } = openshift;
    if (domain === undefined || signIn === undefined || !needsSecret(openshift)) return [];
    const uri = openshiftCallback({ domain, signIn: signIn as OpenShiftWay, provider });
    return hrefOf(uri) === undefined ? [] : [{ key, uri }];
  });
}

function portalCallbacks(portal: Draft["portal"]): string[] {
  const { url, version } = portal ?? {};
  if (url === undefined || version === undefined || !portalVersions.includes(version) || hrefOf(url) === undefined)
    return [];
  return redirectUris({ url, version });
}
