import { mistakesIn, tenant, withTenant } from "../../access-text";

const blocks = `tenant: ${tenant}
groups:
  developers:
    displayName: Devs
    members:
      - ada@contoso.com
      - bob@contoso.com
clusters:
  prod:
    eks:
      name: prod-eks
      region: eu-central-1
    # who may do what
    grants:
      - group: developers
        clusterRole: view

      - group: developers
        clusterRole: edit
        namespaces: [team-a]
`;

/** The mistakes in a file that is right but for one text, which must stand in it. */
function after(text: string, other: string): string[] {
  expect(blocks).toContain(text);
  return mistakesIn(blocks.replace(text, () => other));
}

test("a file of blocks has no mistake", () => {
  expect(mistakesIn(blocks)).toEqual([]);
});

test.each([
  [
    "a key too far to the left",
    "    grants:",
    "   grants:",
    "14:4",
    "4 spaces as line 10 is, or by 2 as line 9 is, got 3",
  ],
  ["a key too far to the right", "      region", "       region", "12:8", "6 spaces as line 11 is, got 7"],
  [
    "a key below nothing",
    "    grants:",
    "     grants:",
    "14:6",
    "6 spaces as line 12 is, or by 4 as line 10 is, got 5",
  ],
  ["a key at the top", "clusters:", " clusters:", "8:2", "2 spaces as line 3 is, or by 0 as line 2 is, got 1"],
  [
    "a key of an entry of a list",
    "        clusterRole: view",
    "       clusterRole: view",
    "16:8",
    "8 spaces as line 15 is, or by 4 as line 14 is, got 7",
  ],
  ["an entry of a list", "      - bob", "     - bob", "7:6", "6 spaces as line 6 is, got 5"],
  [
    "an entry behind an empty line",
    "\n      - group: developers\n        clusterRole: edit",
    "\n     - group: developers\n        clusterRole: edit",
    "18:6",
    "6 spaces as line 15 is, got 5",
  ],
])("%s is told with the lines that it may belong to, and nothing that follows from it", (_, text, other, at, must) => {
  expect(after(text, other)).toEqual([`access.yaml:${at} must be indented by ${must}`]);
});

test.each([
  ["no space behind a colon", "name: prod-eks", "name:prod-eks", '11:7 must have a space behind "name:"'],
  [
    "no space behind the last colon",
    "clusterRole: edit\n        namespaces: [team-a]",
    "clusterRole:edit",
    '19:9 must have a space behind "clusterRole:"',
  ],
  ["no colon behind a key", "groups:\n", "groups\n", '2:1 must have a colon (:) behind "groups"'],
  ["no colon above a list", "members:\n", "members\n", '5:5 must have a colon (:) behind "members"'],
  ["an equals sign", "name: prod-eks", "name = prod-eks", '11:7 must have a colon (:) behind "name", not ='],
  ["no space behind a dash", "- group: developers", "-group: developers", '15:7 must have a space behind "-"'],
  ["no dash", "      - bob", "      bob", '7:7 must begin with "- " as line 6 does'],
  ["a colon in a text", "Devs", "EKS: developers", '4:18 must be in quotes, because it holds ": "'],
  ["a text that begins with a sign of YAML", "Devs", "@devs", "4:18 must be in quotes, because it begins with @"],
  ["a star", "[team-a]", "[*]", '20:22 must be in quotes, as "*"'],
  ["text behind a quote", "Devs", '"Devs" EKS', "4:25 must be one value; put the whole of it in quotes"],
  ["a bracket that nothing ends", "[team-a]", "[team-a", "20:21 must end the [ that begins here; add ]"],
  ["a bracket that ends nothing", "[team-a]", "[team-a]]", "20:29 must not have a ] that ends nothing"],
])("%s is told as that, and once", (_, text, other, mistake) => {
  expect(after(text, other)).toEqual([`access.yaml:${mistake}`]);
});

test.each([
  ["no comma in a map", "{ name: prod-eks region: eu-central-1 }", '2:26 must have a comma (,) before "region"'],
  ["a colon in a text", "{ displayName: EKS: devs }", '2:24 must be in quotes, because it holds ": "'],
  ["no colon in a map", "{ members [ada@contoso.com] }", "2:19 must have a comma (,) or a colon (:) before this"],
  ["the inner of two brackets that nothing ends", "{ a: [b }", "2:14 must end the [ that begins here; add ]"],
])("in brackets, %s is told as that, and once", (_, map, mistake) => {
  expect(mistakesIn(withTenant(`groups: ${map}\n`))).toEqual([`access.yaml:${mistake}`]);
});

test("each line with a tab is told, and nothing that follows from it", () => {
  const must = "must be indented with spaces, not with tabs";
  expect(after("    eks:\n      name", "\teks:\n\t\tname")).toEqual([
    `access.yaml:10:1 ${must}`,
    `access.yaml:11:1 ${must}`,
  ]);
});

test.each([
  ["behind a colon", "name: prod", "name:\u00a0prod", "11:12"],
  ["behind a dash", "- bob", "-\u00a0bob", "7:8"],
  ["in an indentation", "      name", "\u3000     name", "11:1"],
])("a space that is none of YAML's is told: %s", (_, text, other, at) => {
  expect(after(text, other)).toEqual([
    `access.yaml:${at} must have a plain space here, not a sign that looks like one; text copied from a page or a chat has such`,
  ]);
});

test("such a space inside a text is nobody's mistake", () => {
  expect(after("Devs", "EKS\u00a0developers, all")).toEqual([]);
});

test("a merge conflict is told as that", () => {
  const conflict = "<<<<<<< HEAD\n      region: eu-west-1\n=======\n      region: eu-central-1\n>>>>>>> main\n";
  expect(after("      region: eu-central-1\n", conflict)).toEqual([
    "access.yaml:12:1 must not hold the marks of a merge conflict of git; keep one side, and delete the marks",
  ]);
});

test("several slips of which none follows from another are all told", () => {
  expect(mistakesIn(blocks.replace("name: prod", "name:prod").replace("Devs", "@devs"))).toEqual([
    "access.yaml:4:18 must be in quotes, because it begins with @",
    'access.yaml:11:7 must have a space behind "name:"',
  ]);
});

test("what is no slip of these is told as the parser says it", () => {
  expect(after("Devs", "> Devs")).toEqual(["access.yaml:4:20 must be valid YAML: not a YAML token: Devs"]);
});
