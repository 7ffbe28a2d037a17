import { stringify } from "yaml";
import type { AccessFile } from "../config/load";
import { given } from "../config/mistake";
import type { Access } from "../config/schema/access";
import { NoAnswer } from "../config/no-answer";
import { kubeconfig } from "../model/clusters/kubeconfig";
import { accessOn } from "../model/clusters/access-on";
import { maySignIn } from "../model/login/sign-in";
import { accessOf, type HeldAccess } from "../model/rbac/access-of";
import { signInOn } from "../model/rbac/sign-in";
import { everybodyOf } from "../model/users/people";
import { sayForeign } from "./kubeconfig";
import { connections } from "./kubeconfig/connections";
import type { PageFormat } from "./onboard/format";
import { inHtml } from "./onboard/html";
import { inMarkdown } from "./onboard/markdown";
import { pageFor } from "./onboard/page";
import type { Delivery } from "./onboard/welcome";
import { NotDeployed } from "./states/not-deployed";
import { print, printJson, say } from "./terminal/print";
import { Progress } from "./terminal/progress";
import { suggestedPerson } from "./users/known-person";
import { withAccessFile, type ExitCode } from "./with-access-file";

export interface OnboardOptions {
  readonly file: string;
  readonly json: boolean;
  /** User principal name, or the mail address of a guest; in any case. */
  readonly person: string;
  readonly format: PageFormat;
  /** Whether the page holds the kubeconfig, which only deployed stacks know. */
  readonly kubeconfig: boolean;
}

/** Prints the page to send to a new colleague: what to install, how to sign in, what she may do where. */
export function onboard({ file, json, person: name, format, kubeconfig }: OnboardOptions): Promise<ExitCode> {
  const run = async (accessFile: AccessFile): Promise<ExitCode> => {
    const { access } = accessFile;
    const person = knownPerson(accessFile, name);
    const granted = accessOf(access, person).filter(({ grants }) => grants.length > 0);
    const hindrance = hindranceFor(accessFile, person, granted);
    const held = hindrance === undefined ? granted.filter(applies(access, person)) : granted;
    if (hindrance !== undefined) {
      if (json) printJson({ person, maySignIn: maySignIn(access, person), clusters: held, kubeconfig: null });
      say(hindrance);
      return 1;
    }
    const delivery = kubeconfig ? await deliver(accessFile, held) : ("on request" as const);
    if (json) {
      const config = typeof delivery === "string" ? null : delivery.config;
      printJson({ person, maySignIn: true, clusters: held, kubeconfig: config });
    } else {
      const told: Delivery = typeof delivery === "string" ? delivery : { kubeconfig: delivery.text };
      const page = pageFor({ access, person, held, delivery: told });
      print(format === "html" ? inHtml(page) : inMarkdown(page));
    }
    return 0;
  };
  return Promise.resolve(withAccessFile(file, run, { json }));
}

function knownPerson({ access, name: file }: AccessFile, name: string): string {
  const person = name.toLowerCase();
  const known = [...new Set([...everybodyOf(access), ...access.guests.map(({ mail }) => mail)])];
  if (known.includes(person)) return person;
  const hint = suggestedPerson(person, known) ?? "add the person to a group first";
  throw new NoAnswer(`${file} does not name ${given(name) ?? ""}; ${hint}`);
}

/** Why there is no page to send: nobody should be invited to a locked door. */
function hindranceFor({ access, name: file }: AccessFile, person: string, held: readonly HeldAccess[]) {
  if (held.length === 0) {
    return `${file} grants ${person} nothing, so there is no page to send. Add the person to a group that a cluster grants a role`;
  }
  if (held.some(applies(access, person))) return undefined;
  const reasons = held.flatMap(({ cluster }) => {
    const signIn = signInOn({ access, cluster }, person);
    return "reason" in signIn ? [`${cluster}: ${signIn.reason}`] : [];
  });
  if (held.some(({ cluster }) => maySignIn(accessOn(access, cluster), person)))
    return `No grant of ${person} applies, so there is no page to send. ${reasons.join("; ")}`;
  return `Entra does not let ${person} sign in: the application needs an assignment, and only direct members of granted groups have one. Add the person to such a group directly`;
}

/** Whether what a cluster grants a person is hers there. */
const applies =
  (access: Access, person: string) =>
  ({ cluster }: HeldAccess) =>
    signInOn({ access, cluster }, person).taken === "with groups";

/** A client secret never stands on a page. */
async function deliver(file: AccessFile, held: readonly HeldAccess[]) {
  if (file.access.login.kubectl === "confidential") return "safely" as const;
  const progress = new Progress();
  try {
    const names = held.map(({ cluster }) => cluster);
    const props = await connections(file, names, {}, progress);
    sayForeign(props, file);
    const config = kubeconfig(props);
    return { config, text: stringify(config, { lineWidth: 0 }) };
  } catch (error) {
    if (!(error instanceof NotDeployed)) throw error;
    throw new NotDeployed(`${error.message}. Or print the page without a kubeconfig: --no-kubeconfig`);
  } finally {
    progress.end();
  }
}
