import { clusterAuthenticator } from "../../../model/authentication/cluster-authenticator";
import { judgeToken } from "../../../model/authentication/judge-token";
import { conditionsOf } from "../../../model/authentication/conditions";
import { predict } from "../../../model/authentication/prediction";
import { issuerUrl } from "../../../model/login/login";
import { everybodyOf } from "../../../model/users/people";
import { EntraError } from "../../../sandbox/login/entra-error";
import type { DirectoryView } from "../../../sandbox/msgraph/directory-view";
import { TokenService } from "../../../sandbox/login/tokens";
import { accessOf, tenant, withTenant } from "../../access-text";
import { localUrl } from "../../sandbox/login/claims-of";
import { directoryOf } from "./directory-of";
import { clientId } from "../../sandbox/login/sample-directory";

const existing = "0d4c1a52-7d5e-4b7e-8c0a-3f6f3a1d2b01";
const attributes = `
attributes: { team: {}, old: { retired: true } }
users:
  ada@contoso.com: { attributes: { team: blue } }
  bob@contoso.com: { attributes: { team: red } }
  lea@contoso.com: { left: true }`;
const people = "[ada@contoso.com, bob@contoso.com, gus@fabrikam.com, pia_fabrikam.com#ext#@contoso.com]";

/** A member, a guest of each kind, a leaver, somebody in a nested group and somebody in no granted one. */
const file = (login: string, requiredClaims: string, more = "") =>
  accessOf(
    withTenant(`
login: ${login}
guests: [gus@fabrikam.com]
groups:
  devs: { members: [${people.slice(1, -1)}], groups: [juniors] }
  juniors: { members: [ann@contoso.com] }
  rest: { members: [ada@contoso.com, eve@contoso.com] }
  theirs: { existing: ${existing}, members: [bob@contoso.com] }
  ops: { groups: [devs] }
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    requiredClaims: ${requiredClaims}
    grants:
      - { group: devs, clusterRole: view }
      - { group: theirs, clusterRole: edit, namespaces: [team-a] }
      - { group: ops, clusterRole: view, namespaces: [ops] }
${more}`),
  );

const logins = ["v1", "v2"].flatMap((issuer) =>
  ["upn", "email", "oid"].flatMap((claim) =>
    ["security", "assigned", "all"].flatMap((emit) => [true, false].map((guests) => ({ issuer, claim, emit, guests }))),
  ),
);

describe.each(logins)("with $issuer, $claim, groups $emit, guests $guests", ({ issuer, claim, emit, guests }) => {
  const login = `{ issuer: ${issuer}, username: { claim: ${claim} }, groups: { emit: ${emit}, prefix: "g:" }, guests: ${String(guests)} }`;

  test.each([
    ["no required claim", "{}", ""],
    ["the tenant required", `{ tid: ${tenant} }`, ""],
    ["an attribute required", "{ team: blue }", attributes],
  ])("what is predicted of everybody is what the token of the emulated Entra brings: %s", async (_, required, more) => {
    const access = file(login, required, more);
    const verdicts: Seen[] = [];
    for (const person of everybodyOf(access)) {
      const { predicted, real } = await bothOf(access, person);
      expect({ person, ...predicted }).toEqual({ person, ...real });
      verdicts.push(real);
    }
    expect(verdicts.map(({ verdict }) => verdict)).toContain("accepted");
  });
});

test("a person whom the file itself lists in more than 200 groups is predicted to be refused", async () => {
  const many = Array.from({ length: 201 }, (_, index) => `  g${String(index)}: { members: [ada@contoso.com] }`);
  const access = accessOf(
    withTenant(`
groups:
${many.join("\n")}
clusters: { prod: { eks: { name: prod-eks, region: eu-central-1 }, grants: [{ group: g0, clusterRole: view }] } }
`),
  );
  const { predicted, real } = await bothOf(access, "ada@contoso.com");
  expect(predicted).toEqual(real);
  expect(real).toEqual({ verdict: "refused", check: "distributed groups" });
});

/** One key signs for every directory: making one takes longer than everything else here. */
let current: DirectoryView = directoryOf(file("{}", "{}")).directory;
const tokens = new TokenService({
  localUrl: () => localUrl,
  directory: {
    get tenant() {
      return current.tenant;
    },
    all: (collection) => current.all(collection),
    membersOf: (id) => current.membersOf(id),
    claimsMappingPoliciesOf: (id) => current.claimsMappingPoliciesOf(id),
    isSecret: () => false,
  },
});

/** What is predicted of a person, and what comes of the token that a sign-in gives: as much of it as the file can know. */
async function bothOf(access: ReturnType<typeof file>, person: string) {
  const { directory, objectIds, idOf } = directoryOf(access);
  const authenticator = clusterAuthenticator(access, access.clusters["prod"], clientId);
  current = directory;
  const kubernetes = { major: 1, minor: 34 };
  const prediction = predict({ access, person, authenticator, objectIds });
  let real: Seen;
  try {
    const token = await tokens.idToken(idOf(person), { clientId, issuer: issuerUrl(access) });
    const keys = await tokens.publishedKeys();
    real = seen(await judgeToken(token, authenticator, { keys, now: Date.now() / 1000, kubernetes }));
  } catch (error) {
    if (!(error instanceof EntraError)) throw error;
    real = { verdict: "no token", reason: `AADSTS${String(error.number)}` };
  }
  // Who is not under users may have the attribute, and a condition says so.
  const conditions = prediction.verdict === "no token" ? [] : conditionsOf({ access, person, authenticator });
  const mayBeRefused = conditions.some(({ when }) => when.startsWith("the claim team is not"));
  if (mayBeRefused && real.check === "required claim") return { predicted: real, real };
  // Only the directory knows the ID of a person, and the mail address of a member.
  const { username } = prediction.verdict === "accepted" ? prediction : { username: "" };
  const open = username.includes("<") && real.username !== undefined ? { username: real.username } : {};
  return { predicted: { ...seen(prediction), ...open }, real };
}

interface Seen {
  readonly verdict: string;
  readonly reason?: string;
  readonly check?: string;
  readonly claim?: string;
  readonly username?: string;
  readonly groups?: readonly string[];
}

function seen(verdict: ReturnType<typeof predict> | Awaited<ReturnType<typeof judgeToken>>): Seen {
  switch (verdict.verdict) {
    case "accepted":
    case "unverified":
      return { verdict: verdict.verdict, username: verdict.username, groups: [...verdict.groups].sort() };
    case "no token":
      return { verdict: "no token", reason: verdict.reason.slice(0, "AADSTS50105".length) };
    case "refused":
      return { verdict: "refused", check: verdict.check };
  }
}
