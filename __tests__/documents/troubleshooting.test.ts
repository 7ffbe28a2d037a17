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

/** What hangs on more than the token, and so no judgement of a token says: oidc.go and jwks.go in kubernetes and coreos/go-oidc. */
const ofTheNetwork = [
  "oidc: authenticator not initialized",
  "failed to verify signature: fetching keys",
  "parse claims",
];

test("what API servers write into their log about tokens is on the page", () => {
  const judged = refusalsOf("model/authentication", "TokenRefusal");
  expect(judged.length).toBeGreaterThan(18);
  const others = ofTheNetwork.map((text) => ({ file: "kube-apiserver", parts: [text] }));
  expect(unquoted([...judged, ...others])).toEqual([]);
});
