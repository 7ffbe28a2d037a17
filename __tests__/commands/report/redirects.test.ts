import { reportAgainst } from "../../../commands/report/against";
import { withTenant } from "../../access-text";
import { printed } from "../printed";

const text = (more: string) =>
  withTenant(`
groups: { developers: { members: [ada@contoso.com] } }
clusters:
  prod:
    eks: { name: prod-eks, region: eu-central-1 }
    grants: [{ group: developers, clusterRole: view }]
${more}`);
const client = (url: string, more = "") =>
  text(`clients: { tool: { cluster: prod, namespace: tool, url: "${url}", callback: "${url}/back"${more} } }`);
const lines = async (before: string, after: string) => {
  const { code, stdout } = await printed({ "access.yaml": after, "old.yaml": before }, (file) =>
    reportAgainst({ file, against: file.replace("access.yaml", "old.yaml"), failOn: ["widening"] }),
  );
  return [code, ...stdout.split("\n").filter((line) => /^[+-] /.test(line))];
};

const [one, other] = ["https://one.contoso.com", "https://other.fabrikam.com"];
const gain = (url: string) => `+ whoever serves ${url} may now receive people's sign-ins, and act as them`;
const loss = (url: string) => `- whoever serves ${url} may no longer receive people's sign-ins, and act as them`;
const secret = " with the secret of the client";

test("whoever serves a new address of a web client may act as people, which is a widening", async () => {
  expect(await lines(text(""), client(one))).toEqual([1, gain(one) + secret]);
  expect(await lines(client(one), client(other))).toEqual([1, gain(other) + secret, loss(one) + secret]);
  expect(await lines(client(one), text(""))).toEqual([0, loss(one) + secret]);
  expect(await lines(client(one), client(one, ", logout: https://one.contoso.com/out"))).toEqual([0]);
});

test("a client without a secret needs none for it", async () => {
  const spa = ", public: spa";
  expect(await lines(client(one), client(one, spa))).toEqual([1, gain(one), loss(one) + secret]);
  expect(await lines(client(one, spa), client(other, spa))).toEqual([1, gain(other), loss(one)]);
});

test("a portal is an address too, and one on the machine of whoever signs in is nobody else's", async () => {
  const portal = `portal: { cluster: prod, url: "${one}", namespace: krci, version: "3.15", groups: { admin: developers } }`;
  expect(await lines(text(""), text(portal))).toContain(gain(one) + secret);
  expect(await lines(text(""), client("http://localhost:8085", ", public: native"))).toEqual([0]);
});
