import { edited, file } from "../../../stability/edits";
import { addressesOf, compared } from "./compared";

test("a comment changes nothing, and nothing is to be deployed", () => {
  expect(compared(file, `# reviewed\n${file}`)).toEqual({
    stacks: [],
    counts: { create: 0, update: 0, replace: 0, destroy: 0, forget: 0 },
    costs: [],
    refusals: [],
    leftBehind: [],
    unforeseen: [],
    command: null,
  });
});

test("without a file before, everything is created", () => {
  const { counts, stacks, command } = compared(undefined, file);
  expect(counts).toEqual({ create: 21, update: 0, replace: 0, destroy: 0, forget: 0 });
  expect(stacks.every(({ isNew }) => isNew)).toBe(true);
  expect(command).toBe("npx cdktf deploy '*'");
});

test("members in another order are no change", () => {
  const after = edited(["[bob@contoso.com, carol@contoso.com]", "[carol@contoso.com, bob@contoso.com]"]);
  expect(addressesOf(compared(file, after))).toEqual([]);
});

test("a member who comes changes her group alone, though she moves others to another batch of the lookup", () => {
  const names = Array.from({ length: 20 }, (_, index) => `p${String(index)}@contoso.com`).join(", ");
  const before = edited(["[bob@contoso.com, carol@contoso.com]", `[${names}]`]);
  const after = before.replace("[ada@contoso.com]", "[ada@contoso.com, aaron@contoso.com]");
  expect(addressesOf(compared(before, after))).toEqual(["people update azuread_group.admins"]);
});

test("a group that is made again is known by another object ID in every stack that binds it, and in no other", () => {
  const after = edited(["{ displayName: Developers, members", "{ protected: true, displayName: Developers, members"]);
  expect(addressesOf(compared(file, after))).toEqual([
    "people replace azuread_group.devs",
    "people update output.group_object_ids",
    "rbac-prod update kubernetes_role_binding_v1.devs__ClusterRole__view__team-a",
    "rbac-prod update kubernetes_role_binding_v1.devs__ClusterRole__view__team-b",
    "rbac-stage update kubernetes_cluster_role_binding_v1.devs__ClusterRole__edit",
    "rbac-stage update kubernetes_role_binding_v1.devs__Role__logs__team-a",
  ]);
});

test("a group that comes changes an output that others read, and nothing of theirs", () => {
  // What is allowed is read by every cluster's stacks: none is left out of the comparison.
  const after = edited(["  admins: {", "  auditors: {}\n  admins: {"]);
  const { stacks } = compared(file, `${after}allow: [replace-association]\n`);
  expect(stacks.map(({ stack }) => stack)).toEqual(["people"]);
});

test("another issuer reaches the associations through an output, though no text of their stacks changes", () => {
  const after = edited(["{ name: eks }", "{ name: eks, issuer: v1 }"]);
  expect(addressesOf(compared(file, after))).toEqual([
    "login update output.issuer_url",
    "eks-prod replace aws_eks_identity_provider_config.association",
    "eks-prod update output.association_arn",
    "eks-stage replace aws_eks_identity_provider_config.association",
    "eks-stage update output.association_arn",
  ]);
});

test("tags change an association in place", () => {
  const after = edited([`    requiredClaims:`, `    tags: { team: a }\n    requiredClaims:`]);
  expect(addressesOf(compared(file, after))).toEqual(["eks-prod update aws_eks_identity_provider_config.association"]);
});

test("a group that others keep from now on is let go, and its bindings stay", () => {
  const after = edited(
    ["{ displayName: Developers,", "{ existing: true, displayName: Developers,"],
    ["carol@contoso.com] }", "carol@contoso.com, grace@contoso.com] }"],
  );
  expect(addressesOf(compared(file, after))).toEqual([
    "people forget azuread_group.devs",
    'people create azuread_group_member.devs["grace@contoso.com"]',
  ]);
});

test("a group that is looked up by another name is another group", () => {
  const after = edited(["{ displayName: Developers,", "{ existing: true, displayName: Engineers,"]);
  expect(addressesOf(compared(file, after))).toContain(
    "rbac-stage update kubernetes_cluster_role_binding_v1.devs__ClusterRole__edit",
  );
});

test.each([
  ["Developers", "Developers of Contoso"],
  ["id", "Others"],
])("a group %s that is looked up as %s is another group", (name, other) => {
  const group = (text: string) => file.replace("{ displayName: Developers,", `{ ${text},`);
  const change = compared(group(`displayName: ${name}`), group(`existing: true, displayName: ${other}`));
  expect(addressesOf(change)).toContain("rbac-stage update kubernetes_cluster_role_binding_v1.devs__ClusterRole__edit");
  expect(addressesOf(change)).toContain("people update output.group_object_ids");
});

test.each(["batch", "each"])(
  "a group with signs of a template in its name is found again with lookup: %s",
  (lookup) => {
    const group = (text: string) =>
      `${file.replace("{ displayName: Developers,", `{ ${text} displayName: "Devs \${x} %{y}",`)}directory: { lookup: ${lookup} }\n`;
    expect(addressesOf(compared(group(""), group("existing: true,")))).toEqual(["people forget azuread_group.devs"]);
  },
);

test("what only Terraform itself reads changes no address: a range of versions, a danger that is allowed", () => {
  const after = `${file}terraform: { providers: { azuread: "~> 3.9" } }\nallow: [replace-association]\n`;
  expect(compared(file, after)).toMatchObject({ stacks: [], command: null });
});

test("another account is a place that nobody can see into without a cloud, and is deployed to", () => {
  const role = "arn:aws:iam::111122223333:role/deployer";
  const after = edited([
    "{ name: stage-eks, region: eu-central-1 }",
    `{ name: stage-eks, region: eu-central-1, assumeRole: "${role}" }`,
  ]);
  const change = compared(file, after);
  expect(change).toMatchObject({
    stacks: [],
    leftBehind: [],
    command: "npx cdktf deploy people login rbac-stage eks-stage",
  });
  expect(change.unforeseen).toEqual([
    "The stack eks-stage looks at another place than before (assume_role of aws). What it finds there, only npx cdktf diff eks-stage tells.",
    "The stack rbac-stage looks at another place than before (assume_role of aws). What it finds there, only npx cdktf diff rbac-stage tells.",
  ]);
});

test("a provider that comes or goes with its stack's first lookup looks at no other place", () => {
  const nobody = edited(["[ada@contoso.com]", "[]"], ["[bob@contoso.com, carol@contoso.com]", "[]"]);
  expect(compared(nobody, file).unforeseen).toEqual([]);
  expect(compared(file, nobody).unforeseen).toEqual([]);
});
