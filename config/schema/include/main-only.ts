import type { Kind } from "../clusters/kinds";

/**
 * Why a key of the access file may not be in an included one, by its path; what is said of a key holds for all below it. Whoever
 * adds a key decides here, or in `included.ts`: `__tests__/config/include/keys.test.ts` has the table.
 */
export const mainOnly: Readonly<Record<string, string> & Record<`clusters.*.${Kind}`, string>> = {
  tenant: "there is one tenant",
  login: "it says for everybody how people sign in",
  attributes: "they become claims in the tokens of everybody",
  guests: "it invites people into the tenant",
  users: "it creates and disables accounts, and sets claims that clusters may ask for",
  roles: "a role says what people may do on every cluster that grants it",
  portal: "it is one application for everybody",
  clients: "it opens the login to another application",
  policy: "it binds every file",
  backend: "it says where the states are",
  directory: "it says how Entra is read",
  terraform: "it says which providers run with the rights of the deploying identity",
  allow: "it lifts protection for every file",
  accepted: "it hides warnings, and nobody accepts what is told of his own file",
  include: "an included file includes no others: one list says who may do what",
  "groups.*.existing": "others keep that group, and it may open more than clusters",
  "groups.*.rule": "Entra chooses the members by it, whoever they are",
  "groups.*.owners": "owners add anybody, past this file and its review",
  "groups.*.protected": "the deploying identity then needs the right to manage roles of Entra",
  "clusters.*.eks": "it says which cluster is meant and how it is reached",
  "clusters.*.kubernetes": "it says which cluster is meant, how it is reached and which issuers it trusts",
  "clusters.*.aks": "it says which cluster is meant and how it is reached",
  "clusters.*.openshift": "it says which cluster is meant, how it is reached and how people sign in",
  "clusters.*.associate": "it says who may sign in to the cluster at all",
  "clusters.*.associationName": "it says who may sign in to the cluster at all",
  "clusters.*.requiredClaims": "it says who may sign in to the cluster at all",
  "clusters.*.tags": "AWS may give rights by tags",
  "clusters.*.stage": "it says when changes reach the cluster",
  "clusters.*.state": "it removes everybody's access to the cluster",
};
