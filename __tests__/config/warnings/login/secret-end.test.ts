import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { secretEnd } from "../../../../config/warnings/login/secret-end";
import { accessOf, withGrants } from "../../../access-text";
import { headlamp, withClients } from "../../../clients-text";
import { withPortal } from "../../../portal-text";
import { stateOf } from "../../mistakes-beside";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "entra-eks-"));
  mkdirSync(join(directory, "state"));
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

const password = (end_date: string) => ({
  type: "azuread_application_password",
  instances: [{ attributes: { end_date } }],
});
const other = { type: "time_rotating", instances: [{ attributes: {} }] };

/** What is warned about on a day, with a state of a stack that holds these resources. */
function warnings(text: string, day: string, resources: readonly object[], stack = "portal") {
  writeFileSync(join(directory, "state", `${stack}.tfstate`), stateOf(resources));
  return [...secretEnd({ access: accessOf(text), directory }, Date.parse(day))];
}

const ends = [password("2027-01-01T00:00:00Z"), other, password("2027-05-24T12:00:00Z")];

test("a secret whose overlap has begun without a successor is told, with the day of its end", () => {
  const finding = (when: string) => [
    ["portal"],
    `has a client secret that ${when} on 2027-05-24`,
    "The next one is due: run npx cdktf deploy portal --ignore-missing-stack-dependencies.",
  ];
  expect(warnings(withPortal(), "2027-04-24T12:00:00Z", ends)).toEqual([]);
  expect(warnings(withPortal(), "2027-04-24T12:00:01Z", ends)).toEqual([finding("ends")]);
  expect(warnings(withPortal(), "2027-05-24T12:00:01Z", ends)).toEqual([finding("ended")]);
});

test("so is the one of kubectl", () => {
  const text = `${withGrants("[]")}login: { kubectl: confidential }\n`;
  expect(warnings(text, "2027-05-01T00:00:00Z", ends, "credentials")).toEqual([
    [
      ["login", "kubectl"],
      "has a client secret that ends on 2027-05-24",
      "The next one is due: run npx cdktf deploy credentials --ignore-missing-stack-dependencies.",
    ],
  ]);
});

test("without a state, a secret, or a portal nothing is told", () => {
  expect(warnings(withPortal(), "2030-01-01", [], "login")).toEqual([]);
  expect(warnings(withPortal(), "2030-01-01", [other])).toEqual([]);
  expect(warnings(withGrants("[]"), "2030-01-01", ends)).toEqual([]);
});

test("of a client it is told by its own overlap", () => {
  const finding = [
    ["clients", "headlamp"],
    "has a client secret that ends on 2027-05-24",
    "The next one is due: run npx cdktf deploy client-headlamp --ignore-missing-stack-dependencies.",
  ];
  const told = (keys: string, day: string) =>
    warnings(withClients({ headlamp: `${headlamp}${keys}` }), day, ends, "client-headlamp");
  expect(told("", "2027-04-24T12:00:00Z")).toEqual([]);
  expect(told("", "2027-04-24T12:00:01Z")).toEqual([finding]);
  expect(told(", secret: { overlapDays: 10 }", "2027-05-14T12:00:00Z")).toEqual([]);
  expect(told(", secret: { overlapDays: 10 }", "2027-05-14T12:00:01Z")).toEqual([finding]);
  expect(told(", public: native", "2027-05-14T12:00:01Z")).toEqual([]);
});
