import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { eject } from "../../commands/eject";
import { synthesize } from "../../main";
import { withGrants, withTenant } from "../access-text";
import { synth, type Block } from "../synth";
import { printed } from "./printed";

const file = withGrants("[{ group: devs, clusterRole: view }]", "{ devs: { members: [ada@contoso.com] } }").replace(
  "clusters:",
  "login: { claims: { ctry: {} } }\nclusters:",
);

/** What is written for a file: by path, and what was printed. */
function ejected(text: string, before: (folder: string) => void = () => undefined, json = false) {
  const written: Record<string, string> = {};
  const all = printed({ "access.yaml": text }, (path) => {
    const output = join(dirname(path), "plain");
    before(output);
    const code = eject({ file: path, output, json, writeStacks: synthesize });
    if (code === 0) {
      for (const name of readdirSync(output, { recursive: true, encoding: "utf8" })) {
        if (name.includes("."))
          written[name] = readFileSync(join(output, name), "utf8").replaceAll(dirname(path), "/srv/access");
      }
    }
    return code;
  });
  return { ...all, written };
}

test("each stack is written as Terraform reads it, without the notes of CDKTF", () => {
  const { code, written } = ejected(file);
  expect(code).toBe(0);
  const { stacks } = synth(file);
  expect(Object.keys(written).sort()).toEqual(
    ["README.md", ...Object.keys(stacks).map((name) => `${name}/main.tf.json`)].sort(),
  );
  for (const [name, stack] of Object.entries(stacks)) {
    const plain = JSON.parse(written[`${name}/main.tf.json`]!) as Block;
    expect(JSON.stringify(stack)).toContain('"//"');
    expect(JSON.stringify(plain)).not.toMatch(/"\/\/"|uniqueId/);
    const { resource = {}, data = {}, ...rest } = stack;
    delete rest["//"];
    expect(plain).toMatchObject(rest);
    for (const kind of ["resource", "data"] as const) {
      const types = Object.entries((kind === "resource" ? resource : data) as Record<string, Block>);
      for (const [type, blocks] of types) {
        expect(Object.keys((plain[kind] as Record<string, Block>)[type]!)).toEqual(Object.keys(blocks));
      }
    }
  }
});

test("a key // that the access file has written stays", () => {
  const tagged = withGrants("[]").replace("region: eu-central-1 }", 'region: eu-central-1 }\n    tags: { "//": kept }');
  expect(ejected(tagged).written["eks-prod/main.tf.json"]).toContain('"//": "kept"');
});

test("its README names the order, the binary and where each state is", () => {
  const readme = ejected(file).written["README.md"];
  expect(readme).toContain("It needs Terraform 1.11 or newer");
  expect(readme).toMatch(/\| 1 \| `login` \| nothing \| `\/srv\/access\/state\/login\.tfstate` \|/);
  expect(readme).toMatch(/\| 2 \| `rbac-prod` \| `people` \|/);
  expect(readme).toContain("A state is a file of this machine");
  const tofu = ejected(
    `${file}terraform: { flavour: opentofu }\nbackend: { type: s3, bucket: contoso-states, region: eu-central-1 }\n`,
  );
  expect(tofu.written["README.md"]).toContain("It needs OpenTofu 1.12 or newer");
  expect(tofu.written["README.md"]).toContain("tofu init\ntofu plan");
  expect(tofu.written["README.md"]).toContain("`s3://contoso-states/");
  expect(tofu.written["README.md"]).not.toContain("A state is a file of this machine");
});

test("its README says what Red Hat's provider signs in with, where a stack has it", () => {
  const cluster = (signIn: string) =>
    withTenant(
      `clusters: { ocp: { openshift: { kubeconfig: c, context: ocp, domain: apps.contoso.com, signIn: ${signIn} } } }`,
    );
  expect(ejected(cluster("rosa-classic, clusterId: 2a3b4c5d6e7f8g9h")).written["README.md"]).toContain(
    "`az login` for Entra. `openshift-ocp` also needs those of Red Hat: RHCS_CLIENT_ID and RHCS_CLIENT_SECRET, or RHCS_TOKEN.\n",
  );
  expect(ejected(cluster("oauth")).written["README.md"]).not.toContain("RHCS");
});

test("its README speaks of AWS where a cluster, or a state, is there, and nowhere else", () => {
  const self = file.replace(/eks: \{.*?\}/, "kubernetes: { kubeconfig: config, context: kind-dev }");
  const s3 = "backend: { type: s3, bucket: contoso-states, region: eu-central-1 }\n";
  expect(self).not.toBe(file);
  expect(ejected(file).written["README.md"]).toContain("for Entra, `AWS_*` or a profile for AWS.");
  expect(ejected(self + s3).written["README.md"]).toContain("for Entra, `AWS_*` or a profile for AWS.");
  expect(ejected(self).written["README.md"]).toContain("`az login` for Entra.");
  expect(ejected(self).written["README.md"]).not.toContain("AWS");
});

test("a folder that has files is left as it is, and so is a file", () => {
  const kept = (output: string) => {
    mkdirSync(output);
    writeFileSync(join(output, "mine.tf"), "");
  };
  expect(ejected(file, kept)).toMatchObject({
    code: 2,
    stderr: '--output must be an empty folder, got "plain", which has files: name another one\n',
  });
  expect(
    ejected(file, (output) => {
      writeFileSync(output, "");
    }),
  ).toMatchObject({
    code: 2,
    stderr: '--output must be a folder that can be written, got "plain": EEXIST\n',
  });
});

test("as JSON, the stacks are told in their order", () => {
  expect(JSON.parse(ejected(file, undefined, true).stdout)).toEqual({
    output: "plain",
    stacks: ["login", "people", "eks-prod", "rbac-prod"],
  });
});

test("its README names what a stack needs beside Terraform and credentials of the clouds, and nothing where nothing is needed", () => {
  expect(ejected(file).written["README.md"]).not.toContain("What else it needs");
  const readme = ejected(`tenant: 8f3c0a5e-6d0b-4a41-9a43-0d6f4b9f2c11
backend: { type: cloud, organization: contoso, prefix: e-, hostname: tfe.my-contoso.com }
clusters:
  desk: { eks: { name: desk, region: eu-central-1, profile: desk } }
  plugin: { eks: { name: plugin, region: eu-central-1, credentials: exec } }
  kind: { kubernetes: { kubeconfig: kube/config, context: kind } }
  shift: { openshift: { kubeconfig: kube/config, context: ocp, domain: apps.contoso.com, signIn: oauth } }
`).written["README.md"];
  expect(readme).toContain(`## What else it needs

- Each stack: \`terraform login tfe.my-contoso.com\`, or the variable \`TF_TOKEN_tfe_my__contoso_com\`. Its state is there, and its runs may be.
- \`eks-desk\`, \`rbac-desk\`: the AWS profile desk
- \`openshift-shift\`, \`rbac-kind\`, \`rbac-shift\`: the kubeconfig kube/config and the programs that it starts, such as kubelogin
- \`rbac-plugin\`: the AWS CLI
- A kubeconfig without \`~\` is named by its full path in \`main.tf.json\`: change it there if you move the file.

## What you lose
`);
});

test("what its checks tell names commands of Terraform, in folders that are there, and none of this program", () => {
  const { written } = ejected(`${file}terraform: { flavour: opentofu }\n`);
  const texts = Object.entries(written).filter(([name]) => name !== "README.md");
  expect(texts.flatMap(([, text]) => text.match(/npx [^"]*/g) ?? [])).toEqual([]);
  expect(written["rbac-prod/main.tf.json"]).toContain(
    "Deploy people first: tofu apply in one folder after the other, in the order of README.md",
  );
  expect(written["rbac-prod/main.tf.json"]).toContain('Deploy people first: tofu apply in people"');
  expect(written["eks-prod/main.tf.json"]).toContain("Deploy login first: tofu apply in people, then in login");
});

test("nothing that the access file has written is taken for a command", () => {
  const tagged = withGrants("[]").replace(
    "region: eu-central-1 }",
    "region: eu-central-1 }\n    tags: { error_message: npx cdktf deploy users }",
  );
  expect(ejected(tagged).written["eks-prod/main.tf.json"]).toContain('"error_message": "npx cdktf deploy users"');
});

test("secrets that turn tell when, without the command that is gone", () => {
  const turning = file.replace("login: {", "login: { kubectl: confidential,");
  expect(ejected(turning).written["credentials/main.tf.json"]).toContain('give everybody a new one by then"');
});
