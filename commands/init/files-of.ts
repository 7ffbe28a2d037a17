import { randomUUID } from "node:crypto";
import { engines, version } from "../../package.json";
import { pullRequestWorkflow } from "./pull-request-workflow";

interface Repository {
  /** The access file. */
  readonly text: string;
  /** Of the folder. */
  readonly name: string;
  /**
   * What npm knows this program by.
   *
   * @default - this release
   */
  readonly specifier?: string | undefined;
}

/** The files of a repository that holds one access file, by their paths. */
export function filesOf({ text, name, specifier = version }: Repository): ReadonlyMap<string, string> {
  return new Map([
    ["access.yaml", text],
    ["cdktf.json", json(cdktf())],
    ["package.json", json(npm(specifier))],
    [".gitignore", ignored],
    [".github/workflows/access.yaml", pullRequestWorkflow],
    ["README.md", readme(name)],
  ]);
}

const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;

const cdktf = () => ({
  language: "typescript",
  app: "node node_modules/entra-eks/dist/main.js",
  projectId: randomUUID(),
  sendCrashReports: "false",
  terraformProviders: [],
  terraformModules: [],
  context: {},
});

const npm = (specifier: string) => ({
  private: true,
  engines,
  // cdktf synth runs the same, after asking a host of HashiCorp for a newer Terraform.
  scripts: { check: "entra-eks check", synth: "node node_modules/entra-eks/dist/main.js", deploy: "entra-eks deploy" },
  dependencies: { "entra-eks": specifier },
});

const ignored = `node_modules/
cdktf.out/
cdktf.log
.terraform/
# States hold secrets.
state/
.entra-eks/
*.tfstate
*.tfstate.*
*.tfvars
.env
*.kubeconfig
`;

const readme = (name: string) => `# ${name.replace(/[^\w. -]/g, "")}

Who may sign in to which EKS clusters, and what each group may do there: [access.yaml](access.yaml). [The manual](node_modules/entra-eks/README.md). Before the first deployment, [give the deploying identity its rights](node_modules/entra-eks/docs/deploy.md#2-give-the-deploying-identity-its-rights).

\`\`\`sh
npm install      # commit package-lock.json
npm run check    # mistakes and warnings
npm run deploy   # who gains and loses what, every plan, and then the question
\`\`\`
`;
