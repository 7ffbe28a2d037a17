import { readFileSync } from "node:fs";
import { join } from "node:path";
import { App, TerraformStack, Testing } from "cdktf";
import fc from "fast-check";
import { defineSignIn } from "../main";
import { accessOf, withGrants } from "./access-text";
import { accessText } from "./random-access";
import { synth, type Block } from "./synth";

const sample = readFileSync(join(__dirname, "..", "access.yaml"), "utf8");

test("the system in one picture", () => {
  const app = new App();
  defineSignIn(app, {
    access: accessOf(
      withGrants("[{ group: devs, clusterRole: view, namespaces: [a] }]", "{ devs: { members: [ada@contoso.com] } }"),
    ),
    directory: "/srv",
  });
  expect(Testing.renderConstructTree(app)).toMatchInlineSnapshot(`
   "App
   ├── people (PeopleStack)
       ├── backend (LocalBackend)
       ├── azuread (AzureadProvider)
       ├── msgraph (MsgraphProvider)
       ├── directory (DirectoryPeople)
           ├── batch-0 (DataMsgraphResource)
           ├── found_people (TerraformLocal)
           └── people (TerraformLocal)
       ├── groups (Construct)
           └── devs (AccessGroup)
               └── Resource (Group)
       ├── group_object_ids (TerraformOutput)
       └── unknown_members (TerraformOutput)
   ├── login (LoginStack)
       ├── backend (LocalBackend)
       ├── azuread (AzureadProvider)
       ├── msgraph (MsgraphProvider)
       ├── application (LoginApplication)
           ├── application (Application)
           ├── service-principal (ServicePrincipal)
           └── deployer (DataAzureadClientConfig)
       ├── admission (Admission)
           ├── registered-logins (DataMsgraphResource)
           ├── consent (AdminConsent)
               ├── microsoft-graph (DataAzureadServicePrincipal)
               ├── Resource (ServicePrincipalDelegatedPermissionGrant)
               └── consents (DataMsgraphResource)
           └── assignments (Construct)
       ├── tenant_id (TerraformOutput)
       ├── client_id (TerraformOutput)
       ├── application_object_id (TerraformOutput)
       └── issuer_url (TerraformOutput)
   ├── eks-prod (EksStack)
       ├── backend (LocalBackend)
       ├── aws (AwsProvider)
       ├── cluster (DataAwsEksCluster)
       ├── login (DataTerraformRemoteStateLocal)
       ├── state_of_login (TerraformLocal)
       ├── association (EksIdentityProvider)
           └── Resource (EksIdentityProviderConfig)
       ├── association_arn (TerraformOutput)
       ├── cluster_name (TerraformOutput)
       ├── endpoint (TerraformOutput)
       └── certificate_authority (TerraformOutput)
   └── rbac-prod (RbacStack)
       ├── backend (LocalBackend)
       ├── aws (AwsProvider)
       ├── cluster (DataAwsEksCluster)
       ├── kubernetes (KubernetesProvider)
       ├── namespaces (DataKubernetesAllNamespaces)
       ├── roles (Construct)
       ├── people (DataTerraformRemoteStateLocal)
       ├── state_of_people (TerraformLocal)
       └── grants (Construct)
           └── devs__ClusterRole__view__a (GrantBinding)
               └── Resource (RoleBindingV1)
   "
  `);
});

test("the client ID and the object IDs cross stacks through plain outputs, and nothing else does", () => {
  const program = synth(sample);
  const read = [...program.json.matchAll(/data\.terraform_remote_state\.(\w+)\.outputs\.(\w+)/g)].map(
    ([, stack, output]) => `${String(stack)}.${String(output)}`,
  );
  expect(new Set(read)).toEqual(new Set(["login.client_id", "login.issuer_url", "people.group_object_ids"]));
});

test("whatever the access file says, no stack refers to a resource of another, which nobody would resolve", () => {
  fc.assert(
    fc.property(accessText, (text) => {
      const app = new App();
      defineSignIn(app, { access: accessOf(text), directory: "/srv" });
      const stacks = app.node.children.filter((child) => TerraformStack.isStack(child));
      for (const stack of stacks) TerraformStack.prototype.prepareStack.call(stack);
      const made = app.node.findAll().filter(({ node }) => node.id.startsWith("cross-stack-"));
      expect(made.map(({ node }) => node.path)).toEqual([]);
    }),
    { numRuns: 15 },
  );
});

test("a cluster's association waits for login, its bindings only for people", () => {
  expect(synth(sample).dependencies).toEqual({
    people: [],
    login: [],
    "eks-prod": ["login"],
    "rbac-prod": ["people"],
    "eks-stage": ["login"],
    "rbac-stage": ["people"],
  });
  expect(synth(`${withGrants("[]")}login: { groups: { emit: assigned } }\n`).dependencies["login"]).toEqual(["people"]);
});

/** Every map in a tree of JSON. */
function* maps(value: unknown): Generator<Block> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield value as Block;
  for (const inside of Object.values(value)) yield* maps(inside);
}

test("whatever the access file says, only the stacks that are for a secret hold one", () => {
  fc.assert(
    fc.property(accessText, (text) => {
      for (const [name, stack] of Object.entries(synth(text).stacks)) {
        if (name === "portal" || name === "credentials" || name.startsWith("client-")) continue;
        const { resource = {} } = stack as { resource?: Block };
        const secret = /password|secret|certificate$|federated_identity/;
        expect([name, Object.keys(resource).filter((type) => secret.test(type))]).toEqual([name, []]);
        const keys = [...maps(resource)].flatMap(Object.keys);
        expect([name, keys.filter((key) => secret.test(key))]).toEqual([name, []]);
      }
    }),
    { numRuns: 15 },
  );
});

test("whatever the access file says, the login application holds no application permission", () => {
  fc.assert(
    fc.property(accessText, (text) => {
      const program = synth(text);
      const { required_resource_access } = program.resource("login", "azuread_application", "login") as {
        required_resource_access: { resource_access: { type: string }[] }[];
      };
      const types = required_resource_access.flatMap(({ resource_access }) => resource_access.map(({ type }) => type));
      expect(new Set(types)).toEqual(new Set(["Scope"]));
      const assigned = program.stack("login")["resource"] as { azuread_app_role_assignment?: Record<string, Block> };
      for (const assignment of Object.values(assigned.azuread_app_role_assignment ?? {})) {
        expect(assignment["resource_object_id"]).toBe("${azuread_service_principal.login.object_id}");
      }
    }),
    { numRuns: 15 },
  );
});

test("whatever the access file says, each group and binding has an address of its own", () => {
  fc.assert(
    fc.property(accessText, (text) => {
      const access = accessOf(text);
      const program = synth(text);
      const found = (program.stack("people")["data"] ?? {}) as Record<string, Block | undefined>;
      const existing = found[access.directory.lookup === "batch" ? "msgraph_resource" : "azuread_group"] ?? {};
      const looked = Object.keys(existing).filter((address) => Object.hasOwn(access.groups, address));
      const kept = [...program.addresses("people", "azuread_group"), ...looked];
      expect(kept.sort()).toEqual(Object.keys(access.groups).sort());
      for (const [name, { grants }] of Object.entries(access.clusters)) {
        const bindings = ["kubernetes_cluster_role_binding_v1", "kubernetes_role_binding_v1"].flatMap((type) =>
          program.addresses(`rbac-${name}`, type),
        );
        expect(bindings).toHaveLength(grants.reduce((sum, { namespaces }) => sum + (namespaces?.length ?? 1), 0));
      }
    }),
    { numRuns: 15 },
  );
});
