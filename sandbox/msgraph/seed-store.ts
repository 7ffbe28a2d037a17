import type { DirectorySeed, SeedGroup, SeedUser } from "./directory-view";
import type { Entry } from "./entry";
import { stableId } from "./identifier";
import { sameText } from "./json";
import { microsoftGraphServicePrincipal } from "./microsoft-graph";
import { identity } from "./routes/users";
import type { Store } from "./store";
import { application } from "./tables/application";
import { namedLocation } from "./tables/conditional-access";
import { group } from "./tables/group";
import { servicePrincipal } from "./tables/service-principal";
import { user } from "./tables/user";

/** Puts into a store what a directory holds before anybody deploys. */
export function seedStore(store: Store, { deployer, users, groups = [], namedLocations = [] }: DirectorySeed): void {
  store.create("servicePrincipals", microsoftGraphServicePrincipal());
  seedDeployer(store, deployer);
  for (const person of users) seedUser(store, person);
  for (const id of namedLocations) seedLocation(store, id);
  const entries = groups.map((seed) => [seed, seedGroup(store, seed)] as const);
  for (const [{ members }, { id }] of entries) {
    for (const member of members) store.links.add(id, "members", memberNamed(store, member).id);
  }
}

function seedDeployer(store: Store, { clientId, clientSecret, displayName }: DirectorySeed["deployer"]): void {
  store.create("applications", {
    ...application.initial(),
    id: stableId(`application:${clientId}`),
    appId: clientId,
    displayName,
    publisherDomain: store.tenant.domains[0],
  });
  store.create("servicePrincipals", {
    ...servicePrincipal.initial(),
    id: stableId(`servicePrincipal:${clientId}`),
    appId: clientId,
    appOwnerOrganizationId: store.tenant.id,
  });
  const keyId = stableId(`secret:${clientId}`);
  store.secrets.add({ clientId, keyId, text: clientSecret, start: 0, end: Infinity });
}

function seedUser(store: Store, seed: SeedUser): void {
  const { userPrincipalName, displayName, mail = userPrincipalName, userType = "Member", accountEnabled = true } = seed;
  const [givenName, surname = null] = displayName.split(" ");
  store.create("users", {
    ...user.initial(),
    id: stableId(`user:${userPrincipalName}`),
    accountEnabled,
    displayName,
    givenName,
    identities: [identity(store, userPrincipalName)],
    mail,
    mailNickname: userPrincipalName.split("@")[0],
    proxyAddresses: mail === null ? [] : [`SMTP:${mail}`],
    surname,
    userPrincipalName,
    userType,
  });
}

function seedLocation(store: Store, id: string): void {
  store.create("namedLocations", {
    "@odata.type": "#microsoft.graph.countryNamedLocation",
    ...namedLocation.initial(),
    id,
    displayName: id,
    countriesAndRegions: ["US"],
  });
}

function seedGroup(
  store: Store,
  { displayName, id = stableId(`group:${displayName}`) }: Pick<SeedGroup, "displayName" | "id">,
): Entry {
  return store.create("groups", {
    ...group.initial(),
    id,
    displayName,
    mailNickname: displayName.replaceAll(/\W/g, ""),
  });
}

function memberNamed(store: Store, name: string): Entry {
  const found =
    store.all("users").find(({ data }) => sameText(data["userPrincipalName"], name)) ??
    store.all("groups").find(({ data }) => sameText(data["displayName"], name));
  if (found === undefined) throw new Error(`No seeded user or group is called "${name}"`);
  return found;
}
