import { argocd, headlamp, krciPortal, withClients } from "../clients-text";
import { synth } from "../synth";
import { changesBetween } from "./addresses";
import { describeEdits, file } from "./edits";

const portal = 'portal: { cluster: prod, url: "https://portal.example.com", namespace: krci, version: "3.15" }\n';

describeEdits([
  [
    "a client comes",
    `${file}clients: { headlamp: { cluster: prod, namespace: headlamp, ${headlamp} } }\n`,
    ["+ client-headlamp", "~ login azuread_application.login"],
  ],
]);

const before = synth(withClients({ headlamp }, portal));

test.each([
  [
    "another client comes: the portal stays",
    { argocd, headlamp },
    ["+ client-argocd", "~ login azuread_application.login"],
  ],
  [
    "a second portal comes: the first one stays",
    { headlamp, krci: krciPortal },
    ["+ client-krci", "~ login azuread_application.login"],
  ],
  [
    "a rotation is forced",
    { headlamp: `${headlamp}, secret: { rotate: 2026-11-22 }` },
    ["~ client-headlamp time_static.forced"],
  ],
  [
    "the client moves to another address",
    { headlamp: headlamp.replace("headlamp.contoso.com", "k8s.contoso.com") },
    ["~ client-headlamp kubernetes_secret_v1.client", "~ login azuread_application.login"],
  ],
  ["the client goes", {}, ["- client-headlamp", "~ login azuread_application.login"]],
])("%s", (_, clients, changes) => {
  expect(changesBetween(before, synth(withClients(clients, portal)))).toEqual(changes);
});
