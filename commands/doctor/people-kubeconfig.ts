import { existsSync, readFileSync } from "node:fs";
import { isAbsolute } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Access } from "../../config/schema/access";
import type { ApiServerPlace } from "../../model/clusters/api-server-place";
import { signInProgram, type SignInProgram } from "../../model/clusters/sign-in-programs";
import { wayTo } from "../../model/clusters/way-to";
import { own } from "../../model/own";
import { kubeconfigFiles } from "../kubeconfig/kubeconfig-files";
import type { DeployedStacks } from "./deployed";
import { about, type Finding } from "./finding";
import {
  aksDifferences,
  isAzureKubelogin,
  isKubelogin,
  signInDifferences,
  type ExecPlugin,
} from "./sign-in-differences";
import type { Surroundings } from "./surroundings";

const { broken, warning, fine, notLookedAt } = about("people-kubeconfig");
const print = "npx entra-eks kubeconfig > entra.kubeconfig";

const Exec = z.object({ command: z.string(), args: z.array(z.string()).nullish() });
const named = <T extends z.ZodRawShape>(shape: T) => z.array(z.object({ name: z.string(), ...shape })).nullish();
const Kubeconfig = z.object({
  clusters: named({ cluster: z.object({ server: z.string(), "certificate-authority-data": z.string().optional() }) }),
  contexts: named({ context: z.object({ cluster: z.string(), user: z.string().default("") }) }),
  users: named({ user: z.object({ exec: Exec.optional() }).nullish() }),
});
type Kubeconfig = z.output<typeof Kubeconfig>;

/** How kubectl on this machine signs in to the clusters of the access file. */
export function peopleKubeconfig(
  access: Access,
  deployed: DeployedStacks,
  { env, home }: Pick<Surroundings, "env" | "home">,
): Finding[] {
  const files = kubeconfigFiles(env, home).filter((file) => existsSync(file));
  if (files.length === 0)
    return [warning("kubeconfig-none", "There is no kubeconfig on this machine", `${print}, then export KUBECONFIG`)];
  const found: Finding[] = [];
  const configs: Kubeconfig[] = [];
  for (const file of files) {
    try {
      configs.push(Kubeconfig.parse(parse(readFileSync(file, "utf8")) ?? {}));
    } catch {
      found.push(
        broken(
          "kubeconfig-unreadable",
          `${file} is no kubeconfig, so kubectl reads none at all`,
          `Correct ${file}, or take it out of KUBECONFIG`,
        ),
      );
    }
  }
  const { login } = deployed;
  if ("reason" in login)
    return [...found, notLookedAt("kubeconfig", `The kubeconfig was not compared. ${login.reason}`)];
  const all = merged(configs);
  const clusters = [...deployed.clusters].flatMap(([key, one]) => ("outputs" in one ? [{ key, ...one.outputs }] : []));
  return [...found, ...clusters.flatMap((cluster) => ofCluster(access, login.outputs.client_id, cluster, all))];
}

const merged = (configs: readonly Kubeconfig[]) => ({
  clusters: configs.flatMap(({ clusters }) => clusters ?? []),
  contexts: configs.flatMap(({ contexts }) => contexts ?? []),
  // The first file that has a name wins.
  users: configs.flatMap(({ users }) => users ?? []),
});

interface DeployedCluster extends ApiServerPlace {
  readonly key: string;
}

function ofCluster(
  access: Access,
  clientId: string,
  { key, endpoint, certificateAuthority: authority }: DeployedCluster,
  config: ReturnType<typeof merged>,
): Finding[] {
  const entry = own(access.clusters, key);
  const program = signInProgram(entry);
  // oc login makes a context of its own.
  if (program === "oc") return [];
  const places = config.clusters.filter(
    ({ cluster }) => cluster.server.replace(/\/$/, "") === endpoint.replace(/\/$/, ""),
  );
  const contexts = config.contexts.filter(({ context }) => places.some(({ name }) => name === context.cluster));
  const signIns = contexts.flatMap(({ name, context }) => {
    const exec = config.users.find((one) => one.name === context.user)?.user?.exec;
    if (exec === undefined) return [];
    return plugins[program].is(exec) ? [{ name, exec }] : [];
  });
  if (signIns.length === 0) {
    const sentence =
      contexts.length === 0
        ? "no context of the kubeconfig leads to it"
        : `no context of the kubeconfig signs in to it with Entra (${contexts.map(({ name }) => name).join(", ")})`;
    return [
      warning("kubeconfig-no-context", `clusters.${key}: ${sentence}`, `npx entra-eks kubeconfig --cluster ${key}`),
    ];
  }
  const stale = places.some(({ cluster }) => (cluster["certificate-authority-data"] ?? authority) !== authority);
  return [
    ...(stale
      ? [
          broken(
            "kubeconfig-authority",
            `clusters.${key}: the kubeconfig has another certificate authority than ${entry !== undefined && wayTo(entry).by === "aws" ? "the state" : "the one that the access file names"}`,
            print,
          ),
        ]
      : []),
    ...signIns.map(({ name, exec }) =>
      signInFinding(key, name, exec, plugins[program].differences(access, clientId, exec.args ?? [])),
    ),
  ];
}

interface Plugin {
  readonly is: (exec: ExecPlugin) => boolean;
  readonly differences: (access: Access, clientId: string, args: readonly string[]) => readonly string[];
}

/** What a context runs; `oc` has no part in it. */
const plugins: Readonly<Record<Exclude<SignInProgram, "oc">, Plugin>> = {
  kubelogin: { is: isKubelogin, differences: signInDifferences },
  "azure-kubelogin": { is: isAzureKubelogin, differences: ({ tenant }, _, args) => aksDifferences(tenant, args) },
};

function signInFinding(key: string, context: string, exec: ExecPlugin, differences: readonly string[]): Finding {
  if (isAbsolute(exec.command) && !existsSync(exec.command)) {
    return broken(
      "kubeconfig-no-command",
      `clusters.${key}: context ${context} runs ${exec.command}, which is not there`,
      print,
    );
  }
  if (differences.length === 0)
    return fine("kubeconfig", `clusters.${key}: context ${context} signs in as the file says`);
  return broken(
    "kubeconfig-differs",
    `clusters.${key}: context ${context} is older than the file: ${differences.join("; ")}`,
    print,
  );
}
