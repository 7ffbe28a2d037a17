import { inOpenShiftFormat } from "../../commands/authentication/in-openshift-format";
import type { Access, OpenShiftCluster } from "../../config/schema/access";
import { oauthProvider } from "../../model/clusters/openshift-oauth";
import { questionsOf } from "../../sandbox/rbac/question";
import { clusterAuthenticator } from "../../model/authentication/cluster-authenticator";
import { predictOn } from "../../model/authentication/oauth-prediction";
import { oauthServerOf } from "../../model/clusters/openshift";
import { own } from "../../model/own";
import { accessOf, withTenant } from "../access-text";
import { expectNothingLeft } from "./nothing-left";
import { missingPrograms } from "./kubectl";
import { OAuthList } from "./oauth-list";
import { refusals } from "./sign-in";
import { testWorld } from "./test-world";
import { missingPartsOfPortal, realTest } from "./world";

const entry = (name: string, signIn: string) =>
  `{ kubeconfig: config, context: ${name}, domain: apps.${name}.contoso.com, signIn: ${signIn} }`;
const text = withTenant(`
groups:
  developers: { members: [ada@contoso.com] }
  auditors: { members: [bob@contoso.com] }
clusters:
  direct:
    openshift: ${entry("direct", "external")}
    grants: [{ group: developers, clusterRole: edit, namespaces: [team-a] }]
  rosa:
    openshift: ${entry("rosa", "rosa-hcp, console: false")}
    grants: [{ group: developers, clusterRole: view }]
  oauth:
    openshift: ${entry("oauth", "oauth")}
    grants: [{ group: auditors, clusterRole: view }]
`);
const access = accessOf(text);
const { real, world } = testWorld(access, { missing: missingPartsOfPortal() });
const realCommand = realTest([...missingPartsOfPortal(), ...missingPrograms("kubectl", "jq")]);
const idOf = (name: string) =>
  world.sandbox.directory.all("groups").find(({ displayName }) => displayName === name)?.id ?? "";

const who = async (person: string, cluster: string) =>
  world.sandbox.clusters.apiServers.get(cluster)!.whoAmI(await world.sandbox.token(person, cluster));

real("OpenShift clusters are deployed in three ways, and the second plan is empty", async () => {
  const deployment = await world.deployment();
  expect(deployment.counts).toEqual({ all: 7, wanted: 7 });
  await deployment.apply();
  expect(await deployment.plan()).toBe(false);
});

real("each API server knows a person and a group as its way names them", async () => {
  const issuer = `https://login.microsoftonline.com/${access.tenant}/v2.0`;
  expect(await who("ada@contoso.com", "direct")).toMatchObject({
    name: "entra:ada@contoso.com",
    groups: expect.arrayContaining([`entra:${idOf("developers")}`]) as string[],
  });
  expect(await who("ada@contoso.com", "rosa")).toMatchObject({
    name: `${issuer}#ada@contoso.com`,
    groups: expect.arrayContaining([idOf("developers")]) as string[],
  });
  expect(await who("bob@contoso.com", "oauth")).toMatchObject({
    name: "bob@contoso.com",
    groups: expect.arrayContaining([idOf("auditors")]) as string[],
  });
});

real("explain predicts just these names", async () => {
  const objectIds = { developers: idOf("developers"), auditors: idOf("auditors") };
  for (const [person, cluster] of [
    ["ada@contoso.com", "direct"],
    ["ada@contoso.com", "rosa"],
    ["bob@contoso.com", "oauth"],
  ] as const) {
    const entry = own(access.clusters, cluster)!;
    const props = { access, person, authenticator: clusterAuthenticator(access, entry, ""), objectIds };
    const predicted = predictOn(oauthServerOf(entry) === undefined ? "login" : "oauth-server", props);
    const seen = await who(person, cluster);
    if (predicted.verdict !== "accepted" || !("groups" in seen)) throw new Error(`${person} is refused on ${cluster}`);
    expect(predicted.username.replace(`<upn of ${person}>`, person)).toBe(seen.name);
    expect([...predicted.groups, "system:authenticated"].sort()).toEqual([...seen.groups].sort());
  }
});

real("people are judged on each as the file says", async () => {
  const { questions } = questionsOf(access);
  const differing: unknown[] = [];
  for (const { person, cluster, action, expected } of questions) {
    const answer = await world.sandbox.may(person, cluster, action);
    if (answer !== expected) differing.push({ person, cluster, action, expected, answer });
  }
  expect(questions.length).toBeGreaterThan(10);
  expect(differing).toEqual([]);
});

real("the console and the OAuth server redeem codes with the secret that stands in openshift-config", async () => {
  for (const [cluster, name, redirectUri] of [
    [
      "direct",
      "entra-console-openshift-console",
      "https://console-openshift-console.apps.direct.contoso.com/auth/callback",
    ],
    ["oauth", "entra-client-secret", "https://oauth-openshift.apps.oauth.contoso.com/oauth2callback/entra"],
  ] as const) {
    const server = world.sandbox.clusters.apiServers.get(cluster)!;
    const { data } = (await server.read(`/api/v1/namespaces/openshift-config/secrets/${name}`)) as {
      data: { clientSecret: string };
    };
    const clientSecret = Buffer.from(data.clientSecret, "base64").toString();
    expect(await refusals(world, redirectUri, clientSecret)).toEqual([]);
    expect(await refusals(world, redirectUri, "guessed")).toEqual([7000215]);
  }
});

realCommand(
  "the printed command puts one provider into the list of an OAuth server, however often it runs",
  async () => {
    await Promise.resolve();
    const list = new OAuthList(world.sandbox.clusters.apiServers.get("oauth")!.adminKubeconfig);
    const printed = (changed = access) =>
      inOpenShiftFormat(changed, changed.clusters["oauth"] as OpenShiftCluster, "id", "openshift").text;
    const told = (changed = access) =>
      oauthProvider(changed, (own(access.clusters, "oauth") as OpenShiftCluster).openshift, "id");
    const [htpasswd, ldap] = ["HTPasswd", "LDAP"].map((type) => ({ name: type.toLowerCase(), type }));
    const tokenConfig = { accessTokenMaxAgeSeconds: 3600 };
    list.set({ tokenConfig });
    expect(list.run(printed())).toMatchObject({ status: 0, stderr: "" });
    expect(list.get()).toEqual({ tokenConfig, identityProviders: [told()] });

    list.set({ identityProviders: [htpasswd, ldap] });
    for (let times = 0; times < 2; times++) {
      expect(list.run(printed())).toMatchObject({ status: 0, stderr: "" });
      expect(list.get()).toEqual({ identityProviders: [htpasswd, ldap, told()] });
    }

    list.set({ identityProviders: [htpasswd, told(), ldap, told()] });
    const changed = accessOf(`${text}login: { username: { claim: oid } }\n`);
    expect(told(changed)).not.toEqual(told());
    expect(list.run(printed(changed))).toMatchObject({ status: 0, stderr: "" });
    expect(list.get()).toEqual({ identityProviders: [htpasswd, told(changed), ldap] });

    const late = list.run(printed(), true);
    expect(late.status).not.toBe(0);
    expect(late.stderr).toContain("the object has been modified");
    expect(list.get()).toEqual({ identityProviders: [htpasswd, told(changed), ldap] });
  },
);

real("state: absent takes the secret out of openshift-config", async () => {
  const { clusters } = access;
  const absent: Access = { ...access, clusters: { ...clusters, oauth: { ...clusters["oauth"]!, state: "absent" } } };
  const deployment = await world.deployment(absent);
  await deployment.apply();
  const server = world.sandbox.clusters.apiServers.get("oauth")!;
  const secrets = await server.read("/api/v1/namespaces/openshift-config/secrets");
  expect(JSON.stringify(secrets)).not.toContain("entra-client-secret");
  expect(await deployment.plan()).toBe(false);
});

real("afterwards nothing is left", () => expectNothingLeft(world));
