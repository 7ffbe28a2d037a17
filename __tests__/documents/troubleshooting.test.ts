import { entraNumbers, inWords, ownChecks, refusalsOf, type Message } from "./messages";
import { inlineCode, read } from "./page";

const page = "docs/troubleshooting.md";
const code = inlineCode(page);

/** Whether the page quotes enough of a message to find it: one of its words alone, or eleven letters. */
const isQuoted = ({ parts }: Message) =>
  code.some((quoted) => parts.some((part) => (quoted.length > 10 && part.includes(quoted)) || part === quoted));

const unquoted = (messages: readonly Message[]) => [
  ...new Set(messages.filter((one) => !isQuoted(one)).map((one) => one.parts.join("…"))),
];

test("every number that the emulated Entra gives is on the page", () => {
  const numbers = entraNumbers();
  expect(numbers.length).toBeGreaterThan(25);
  expect(numbers.filter((number) => !code.includes(`AADSTS${number}`))).toEqual([]);
});

test("every number has a place of its own to link to, and stands in one row", () => {
  const numbers = [...read(page).matchAll(/<a id="aadsts(\d+)"><\/a>`AADSTS(\d+)`/g)];
  expect(numbers.length).toBeGreaterThan(60);
  for (const [, anchor, number] of numbers) expect(anchor).toBe(number);
  expect(new Set(numbers.map(([, anchor]) => anchor)).size).toBe(numbers.length);
});

test("what the emulated Microsoft Graph refuses is on the page", () => {
  const messages = refusalsOf("sandbox/msgraph", "GraphError");
  expect(messages.length).toBeGreaterThan(90);
  expect(unquoted(messages)).toEqual([]);
});

test("what the emulated AWS refuses is on the page", () => {
  const messages = refusalsOf("sandbox/clusters/eks", "AwsRefusal");
  expect(messages.length).toBeGreaterThan(20);
  expect(unquoted(messages)).toEqual([]);
});

test("what this program has Terraform say is on the page", () => {
  const messages = ownChecks();
  expect(messages.length).toBeGreaterThan(30);
  expect(messages.filter((one) => !isQuoted(one)).map(inWords)).toEqual([]);
});

test("every quotation among this program's own checks is one of them", () => {
  const [, section = ""] = read(page).split("### This program's own checks");
  const [table = ""] = section.split("\n###");
  const quoted = [...table.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, text = ""]) => text),
  );
  expect(quoted.length).toBeGreaterThan(25);
  const messages = ownChecks();
  const isOne = (text: string) => messages.some(({ parts }) => parts.some((part) => part.includes(text)));
  expect(quoted.filter((text) => !isOne(text))).toEqual([]);
});

/**
 * Why kube-apiserver 1.34 to 1.38 refuses a token, without what differs each time:
 * staging/src/k8s.io/apiserver/plugin/pkg/authenticator/token/oidc/oidc.go in kubernetes, verify.go in coreos/go-oidc.
 */
const ofApiServers = [
  "invalid bearer token",
  "oidc: authenticator not initialized",
  "oidc: verify token: oidc: malformed jwt",
  "oidc: verify token: oidc: failed to unmarshal claims",
  "oidc: verify token: failed to obtain source from claim name",
  "oidc: verify token: oidc: source does not exist",
  "oidc: verify token: oidc: expected audience",
  "oidc: verify token: oidc: token is expired (Token Expiry",
  "oidc: verify token: oidc: current time before the nbf (not before) time",
  "oidc: verify token: oidc: id token signed with unsupported algorithm, expected",
  "oidc: verify token: failed to verify signature: failed to verify id token signature",
  "oidc: verify token: failed to verify signature: fetching keys",
  "oidc: parse claims",
  "oidc: could not expand distributed claims: while getting distributed claim",
  "oidc: parse username claims",
  "oidc: email not verified",
  "oidc: parse 'email_verified' claim",
  "oidc: parse groups claim",
  "oidc: required claim, not present in ID token",
  "oidc: required claim, value does not match. Got",
  "oidc: parse claim",
];

test("what API servers write into their log about tokens is on the page", () => {
  expect(unquoted(ofApiServers.map((text) => ({ file: "kube-apiserver", parts: [text] })))).toEqual([]);
});
