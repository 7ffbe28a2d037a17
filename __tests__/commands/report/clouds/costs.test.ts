import { replacesSomething } from "../../../../commands/report/clouds/replaces-something";
import { cloudChangesInLines } from "../../../../commands/report/clouds/in-lines";
import { tenant } from "../../../access-text";
import { edited, file } from "../../../stability/edits";
import { headlamp, withClients } from "../../../clients-text";
import { withPortal } from "../../../portal-text";
import { compared } from "./compared";

const sentences = (before: string, after: string) => compared(before, after).costs.map(({ sentence }) => sentence);

test("an association that is replaced locks the people of its cluster out, and of no other", () => {
  const allowed = `${file}allow: [replace-association]\n`;
  const after = allowed.replace("requiredClaims: {", 'requiredClaims: { ver: "2.0",');
  expect(compared(allowed, after)).toMatchObject({
    costs: [
      {
        id: "association-replaced",
        sentence:
          "The people of prod are locked out for 20 to 40 minutes twice: AWS takes the association away and makes it again, and nobody can sign in to prod for 40 to 80 minutes.",
      },
    ],
    refusals: [],
  });
});

test("a protected association is not replaced: Terraform refuses, and the way out is told", () => {
  const after = edited(["requiredClaims: {", 'requiredClaims: { ver: "2.0",']);
  expect(compared(file, after).refusals).toEqual([
    "Terraform refuses to replace aws_eks_identity_provider_config.association of eks-prod, which is protected. If you want that, add allow: [replace-association] for this deployment.",
  ]);
});

test("what Terraform refuses costs nobody a sign-in", () => {
  expect(sentences(file, edited(["requiredClaims: {", 'requiredClaims: { ver: "2.0",']))).toEqual([]);
});

test("a group that is made again brings its bindings, and tells when they follow", () => {
  const after = edited(["{ displayName: Developers, members", "{ protected: true, displayName: Developers, members"]);
  expect(sentences(file, after)).toEqual([
    "Entra makes the group devs again, with another object ID. Its 4 bindings follow with rbac-prod, rbac-stage: until then its people may do nothing there. Tokens list the group before until they are renewed, by default after about an hour.",
  ]);
});

test("a group that goes is deleted, and one that others keep is let go", () => {
  const after = edited(
    ["  admins: { members: [ada@contoso.com] }\n", ""],
    ["      - { group: admins, clusterRole: cluster-admin }\n", ""],
    ["{ displayName: Developers,", "{ existing: true, displayName: Developers,"],
  );
  expect(sentences(file, after)).toEqual([
    "Entra deletes the group admins.",
    "The group devs stays in Entra, and this program does not manage it any more.",
  ]);
});

const nora = "  nora@contoso.com: { create: { displayName: Nora } }\n";
const withNora = file.replace("users:\n", `users:\n${nora}`);
const withoutNora = withNora.replace("{ create: { displayName: Nora } }", "{ left: true }");

test("an account that is made, and one that is disabled", () => {
  expect(sentences(file, withNora)).toEqual(["Entra gets an account for nora@contoso.com."]);
  expect(sentences(withNora, withoutNora)).toEqual(["The account of nora@contoso.com is disabled."]);
});

test("an account is deleted where the file says so", () => {
  const allow = "allow: [delete-users]\n";
  expect(sentences(withNora + allow, withoutNora + allow)).toEqual(["The account of nora@contoso.com is deleted."]);
});

test("a guest is invited, with a mail or without", () => {
  expect(sentences(file, `${file}guests: [gus@fabrikam.com, { mail: pia@fabrikam.com, send: true }]\n`)).toEqual([
    "gus@fabrikam.com is invited as a guest, and nobody gets a mail.",
    "pia@fabrikam.com is invited as a guest, and Microsoft sends a mail.",
  ]);
});

test("an attribute that goes takes everybody's value along", () => {
  const retired = file.replace("picture: {}", "picture: { retired: true }");
  expect(sentences(retired, retired.replace(", picture: { retired: true }", ""))).toEqual([
    "The attribute picture is deleted, and everybody loses the value of it.",
  ]);
});

test("a client secret of the portal out of turn", () => {
  expect(sentences(withPortal(), withPortal("  secret: { rotate: 2026-11-22 }\n"))).toEqual([
    "The portal gets a new client secret: restart it afterwards. The secret before works on until it ends.",
  ]);
});

test("a cluster that comes takes its time, and is in no kubeconfig before", () => {
  const dev =
    "  dev:\n    eks: { name: dev-eks, region: eu-west-1 }\n    grants: [{ group: devs, clusterRole: edit }]\n  stage:\n";
  expect(sentences(file, edited(["  stage:\n", dev]))).toEqual([
    "AWS takes 20 to 40 minutes to associate dev. RBAC does not wait for that.",
    "Everybody needs a new kubeconfig: dev is not in those before.",
  ]);
});

test("people who sign in with a client secret from now on need another kubeconfig", () => {
  expect(sentences(file, edited(["{ name: eks }", "{ name: eks, kubectl: confidential }"]))).toEqual([
    "Everybody needs a new kubeconfig: people sign in in another way.",
  ]);
});

test("a cluster that is to be absent is signed in to by nobody", () => {
  const after = edited([
    "    eks: { name: stage-eks, region: eu-central-1 }\n",
    "    eks: { name: stage-eks, region: eu-central-1 }\n    state: absent\n",
  ]);
  expect(sentences(file, after)).toEqual(["Nobody can sign in to stage with Entra any more: its association goes."]);
});

test("a client secret of a web client out of turn", () => {
  const rotated = withClients({ headlamp: `${headlamp}, secret: { rotate: 2026-11-22 }` });
  expect(sentences(withClients({ headlamp }), rotated)).toEqual([
    "The client headlamp gets a new client secret: restart it afterwards. The secret before works on until it ends.",
  ]);
});

test("a granted group whose key changes is another group, whose people may do nothing until bindings follow", () => {
  const after = file.replaceAll("devs", "developers");
  const { costs, ...changes } = compared(file, after);
  expect(costs.map(({ id }) => id)).toEqual(["group-renamed"]);
  expect(costs[0]?.sentence).toBe(
    "Entra deletes the group devs and makes developers, with another object ID. Its people may do nothing until their bindings follow. Tokens list the group before until they are renewed, by default after about an hour. To keep the group, leave its key and change its displayName.",
  );
  expect(changes.counts.replace).toBe(0);
  expect(replacesSomething({ ...changes, costs })).toBe(true);
});

test("a group that goes while another comes for other people is no renamed one", () => {
  const after = file
    .replace(
      "devs: { displayName: Developers, members: [bob@contoso.com, carol@contoso.com] }",
      "ops: { members: [eve@contoso.com] }",
    )
    .replaceAll("group: devs", "group: ops");
  const change = compared(file, after);
  expect(change.costs.map(({ sentence }) => sentence)).toEqual(["Entra deletes the group devs."]);
  expect(replacesSomething(change)).toBe(false);
});

test("what is replaced under its address is seen as replaced", () => {
  const after = edited(["{ displayName: Developers, members", "{ protected: true, displayName: Developers, members"]);
  expect(replacesSomething(compared(file, after))).toBe(true);
});

test("an association of a cluster whose key changes locks its people out, and the way to take it away first is told", () => {
  const change = compared(file, edited(["  stage:\n", "  staging:\n"]));
  expect(change.costs.map(({ sentence }) => sentence)).toEqual([
    "The people of staging are locked out for 20 to 40 minutes twice: AWS takes the association of stage away and makes that of staging, and nobody can sign in for 40 to 80 minutes.",
    "Everybody needs a new kubeconfig: staging is not in those before.",
  ]);
  expect(change.leftBehind).toEqual([
    "clusters.staging is the cluster that clusters.stage was, and nothing takes away what is on it (4 resources), so that the same cannot be made again: first write stage in place of staging, with state: absent, run npx cdktf deploy rbac-stage eks-stage, then write staging.",
  ]);
  expect(replacesSomething(change)).toBe(true);
});

const self = (more = "") =>
  edited([
    "    eks: { name: stage-eks, region: eu-central-1 }\n",
    `    kubernetes: { kubeconfig: ./kubeconfig, context: kind-dev${more} }\n`,
  ]);
const toldAgain =
  "The API server of clusters.stage must be told again whom it trusts: npx entra-eks authentication --cluster stage";

test.each([
  ["claims of groups", self(", groupsClaims: [roles]")],
  ["the issuer of the login", self().replace("{ name: eks }", "{ name: eks, issuer: v1 }")],
  ["the prefix of groups", self().replace("{ name: eks }", '{ name: eks, groups: { prefix: "aad:" } }')],
  ["claims that it requires", self().replace("  stage:\n", `  stage:\n    requiredClaims: { tid: ${tenant} }\n`)],
])("an API server that you configure must be told again: %s", (_, after) => {
  const allowed = (text: string) => `${text}allow: [replace-association]\n`;
  expect(sentences(allowed(self()), allowed(after))).toContain(toldAgain);
});

const oauth = (more = "", context = "kind-dev") =>
  edited([
    "    eks: { name: stage-eks, region: eu-central-1 }\n",
    `    openshift: { kubeconfig: ./kubeconfig, context: ${context}, domain: apps.contoso.com, signIn: oauth${more} }\n`,
  ]);

test("another cluster under the same key is told for the first time, whatever server it has", () => {
  for (const [server, was, is] of [
    ["OAuth server", oauth(), oauth("", "kind-new")],
    ["API server", self(), self().replace("kind-dev", "kind-new")],
    ["OAuth server", self(), oauth("", "kind-new")],
  ] as const)
    expect(sentences(was, is)).toContain(
      `The ${server} of clusters.stage must be told whom it trusts: npx entra-eks authentication --cluster stage`,
    );
});

test("what a server is told is compared, not how the file says it: not the key, and not a default that is written out", () => {
  for (const [was, is] of [
    [oauth(), oauth(", mappingMethod: claim")],
    [oauth(), oauth().replace("  stage:\n", "  staging:\n")],
    [oauth().replace("oauth", "external"), oauth(", console: true").replace("oauth", "external")],
  ] as const)
    expect(sentences(was, is).join("\n")).not.toContain("must be told");
  expect(sentences(oauth(), oauth(", mappingMethod: add"))).toContain(toldAgain.replace("API", "OAuth"));
});

test("what AWS tells an API server, or what it trusts as before, is not told", () => {
  expect(sentences(self(), self().replace("clusterRole: edit", "clusterRole: view"))).toEqual([]);
  expect(sentences(file, file.replace("{ name: eks }", "{ name: eks, issuer: v1 }")).join()).not.toContain(
    "API server",
  );
});

test.each([
  ["an API server", "API server", "kubernetes: { kubeconfig: ./kubeconfig, context: kind-dev }"],
  [
    "an OAuth server",
    "OAuth server",
    "openshift: { kubeconfig: ./kubeconfig, context: kind-dev, domain: apps.contoso.com, signIn: oauth }",
  ],
])("%s that you told whom to trust does so when its cluster goes, and the report says so", (_, server, kind) => {
  const there = edited(["    eks: { name: stage-eks, region: eu-central-1 }\n", `    ${kind}\n`]);
  const stays = (name: string) =>
    `The ${server} of clusters.${name} trusts the login until you take that back there, because no deployment does: docs/everyday.md#remove-a-cluster`;
  const absent = there.replace("  stage:\n", "  stage:\n    state: absent\n");
  expect(sentences(there, absent)).toContain(stays("stage"));
  expect(sentences(there, there.slice(0, there.indexOf("  stage:\n")))).toContain(stays("stage"));
  expect(sentences(there, file)).toContain(stays("stage (context kind-dev)"));
  for (const [was, is] of [
    [there, there.replace("clusterRole: edit", "clusterRole: view")],
    [there, there.replace("  stage:\n", "  staging:\n")],
    [absent, absent.slice(0, absent.indexOf("  stage:\n"))],
    [file, file.replace("  stage:\n", "  stage:\n    state: absent\n")],
  ] as const)
    expect(sentences(was, is).join("\n")).not.toContain("until you take that back");
});

test("an API server that comes must be told, and that is no change of nothing", () => {
  const again = compared(self(), self(", groupsClaims: [roles]"));
  expect(again).toMatchObject({ stacks: [], command: null });
  expect(cloudChangesInLines(again)).toEqual(["To the clouds: no address changes.", `! ${toldAgain}`]);
  expect(sentences(file, self())).toContain(toldAgain.replace(" again", ""));
});
