import type { Access } from "../../config/schema/access";
import type { State } from "../../config/states/state";
import { issuerUrl } from "../../model/login/login";
import { ofKind } from "../../model/clusters/of-kind";
import { own } from "../../model/own";
import { bindingsOf } from "../../model/rbac/binding";

/**
 * What a state shows to be otherwise than the access file wants it. A state has too little for more: only a plan knows all.
 *
 * @returns parts of a sentence; none if no difference shows
 */
export function olderThanFile(access: Access, stack: string, state: State): string[] {
  const [, kind = stack, key] = /^(eks|rbac)-(.+)$/.exec(stack) ?? [];
  switch (kind) {
    case "login":
      return ofLogin(access, state);
    case "people":
      return ofPeople(access, state);
    case "eks":
      return ofCluster(access, key, state);
    case "rbac":
      return ofBindings(access, key, state);
    default:
      return [];
  }
}

const output = (state: State, name: string) => own(state.outputs, name)?.value;

function ofLogin(access: Access, state: State): string[] {
  return [
    ...(output(state, "client_id") === undefined ? ["it has no application"] : []),
    ...changed("issuer", output(state, "issuer_url"), issuerUrl(access)),
    ...changed("tenant", output(state, "tenant_id"), access.tenant),
  ];
}

function ofPeople({ groups }: Access, state: State): string[] {
  const made = output(state, "group_object_ids");
  const keys = typeof made === "object" && made !== null ? Object.keys(made) : [];
  const wanted = Object.keys(groups);
  return [
    ...listed(
      "it lacks",
      wanted.filter((key) => !keys.includes(key)),
    ),
    ...listed(
      "it still has",
      keys.filter((key) => !wanted.includes(key)),
    ),
  ];
}

function ofCluster({ clusters }: Access, key: string | undefined, state: State): string[] {
  const cluster = ofKind(own(clusters, key), "eks");
  const associated = managed(state, /^aws_eks_identity_provider_config$/) > 0;
  if (cluster === undefined) return [];
  if (cluster.state === "absent") return associated ? ["its association is to go"] : [];
  return [
    ...changed("cluster", output(state, "cluster_name"), cluster.eks.name),
    ...(associated === cluster.associate ? [] : [associated ? "its association is to go" : "it has no association"]),
  ];
}

function ofBindings({ clusters }: Access, key: string | undefined, state: State): string[] {
  const cluster = own(clusters, key);
  if (cluster === undefined) return [];
  const [made, wanted] = [managed(state, /^kubernetes_(cluster_)?role_binding_v1$/), bindingsOf(cluster).length];
  return made === wanted ? [] : [`it has ${String(made)} bindings, and the file wants ${String(wanted)}`];
}

function managed({ resources }: State, type: RegExp): number {
  return resources
    .filter((resource) => resource.mode === "managed" && type.test(resource.type))
    .reduce((sum, { instances }) => sum + instances.length, 0);
}

const changed = (what: string, made: unknown, wanted: string) =>
  typeof made === "string" && made !== wanted ? [`its ${what} is ${made}, and the file wants ${wanted}`] : [];

const listed = (what: string, keys: readonly string[]) =>
  keys.length === 0
    ? []
    : [
        `${what} ${keys.length === 1 ? "the group" : "the groups"} ${keys.slice(0, 5).join(", ")}${keys.length > 5 ? ", …" : ""}`,
      ];
