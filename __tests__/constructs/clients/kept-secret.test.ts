import { headlamp, withClients } from "../../clients-text";
import { synth } from "../../synth";

const dashboard = 'preset: kubernetes-dashboard, url: "https://dashboard.contoso.com"';
const stored = `${dashboard}, secret: { store: { secretsManager: prod/dashboard } }`;

test("on the cluster it asks for a provider that writes write-only data, and for the namespaces", () => {
  const program = synth(withClients({ headlamp }));
  expect(Object.keys(program.find("client-headlamp", "provider")).sort()).toEqual([
    "aws",
    "azuread",
    "kubernetes",
    "time",
  ]);
  expect(program.find("client-headlamp", "terraform", "required_providers", "kubernetes")).toMatchObject({
    version: ">= 3.2.1, < 4",
  });
});

test("in AWS Secrets Manager it asks nothing of the cluster", () => {
  const program = synth(withClients({ dashboard: stored }));
  expect(Object.keys(program.find("client-dashboard", "provider")).sort()).toEqual(["aws", "azuread", "time"]);
  expect(program.resource("client-dashboard", "aws_secretsmanager_secret", "client")).toMatchObject({
    name: "prod/dashboard",
    description: "Client secret of dashboard, made by entra-eks.",
  });
});
