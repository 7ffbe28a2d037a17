import { mistakesIn, withGrants, withTenant } from "../../access-text";

/** Every object answers to these, so a plain look-up by one finds what nobody wrote. */
const born = Object.getOwnPropertyNames(Object.prototype);

const portal = (cluster: string, group: string) =>
  `${withGrants("[{ group: devs, clusterRole: view }]")}portal: { cluster: ${cluster}, url: "https://portal.contoso.com", namespace: krci, version: "3.15", groups: { admin: ${group} } }\n`;

const client = (cluster: string, group: string) =>
  `${withGrants("[{ group: devs, clusterRole: view }]")}clients: { cd: { preset: argocd, cluster: ${cluster}, url: "https://cd.contoso.com", namespace: argocd, groups: { admin: [${group}] } } }\n`;

const places: Readonly<Record<string, (name: string) => string>> = {
  "portal.cluster": (name) => portal(name, "devs"),
  "portal.groups.admin": (name) => portal("prod", name),
  "clients.cd.cluster": (name) => client(name, "devs"),
  "clients.cd.groups.admin[0]": (name) => client("prod", name),
  "clusters.prod.grants[0].group": (name) => withGrants(`[{ group: ${name}, clusterRole: view }]`),
  "clusters.prod.grants[0].clusterRole": (name) => withGrants(`[{ group: devs, clusterRole: ${name} }]`),
  "clusters.prod.grants[0].role": (name) => withGrants(`[{ group: devs, role: ${name}, namespaces: [a] }]`),
  "groups.devs.groups[0]": (name) => withTenant(`groups: { devs: { groups: [${name}] } }`),
  "login.conditionalAccess.breakGlass": (name) =>
    withTenant(`login: { conditionalAccess: { breakGlass: ${name}, mfa: true } }`),
};

test.each(Object.entries(places))("%s names nothing that every object has by birth", (path, file) => {
  const told = born.map((name) =>
    mistakesIn(file(name)).filter((mistake) => mistake.includes(` ${path} must name a `)),
  );
  expect(told.map(({ length }) => length)).toEqual(born.map(() => 1));
});
