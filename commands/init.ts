import { basename, isAbsolute, resolve } from "node:path";
import { parseAccess } from "../config/load";
import { InvalidAccessFile } from "../config/mistake";
import { NoAnswer } from "../config/no-answer";
import { thisMachine, type Surroundings } from "./doctor/surroundings";
import { accessText } from "./init/access-text";
import { answersOf, least, rightsOf, type Answers } from "./init/answers";
import { askedAnswers } from "./init/asked-answers";
import { emptyFolder, packedFile, writeFiles } from "./init/empty-folder";
import { filesOf } from "./init/files-of";
import { questioner, type Questioner } from "./init/questioner";
import { Refused } from "./init/refused";
import { findTenant } from "./init/tenant";
import { azureTenant } from "./init/azure-tenant";
import { print, say } from "./terminal/print";
import type { ExitCode } from "./with-access-file";

export interface InitOptions {
  /** What is written into; made if it is not there. */
  readonly folder: string;
  /** Ask nothing. */
  readonly yes: boolean;
  /** @default - asked for, or that of az */
  readonly tenant?: string;
  /** @default - asked for, or none */
  readonly group?: readonly string[];
  /** @default - asked for, or none */
  readonly cluster?: readonly string[];
  /** @default - asked for, or the least for each group */
  readonly grant?: readonly string[];
  /**
   * Asks a person.
   *
   * @default - on the terminal, if there is one
   */
  readonly questions?: Questioner | undefined;
  /** @default - this machine */
  readonly machine?: Surroundings;
}

/** Writes the repository of a company that begins; or says why not, and writes nothing. */
export async function init(options: InitOptions): Promise<ExitCode> {
  const { folder, yes, machine = thisMachine() } = options;
  const questions = yes ? undefined : (options.questions ?? questioner());
  try {
    const { specifier } = emptyFolder(folder);
    const given = answersOf(options);
    if (questions === undefined && !yes && given.tenant === undefined) throw new NoAnswer(nobody);
    const answers =
      questions === undefined ? await told(given, machine) : await askedAnswers(given, questions, machine);
    if (answers.grants.length > 0 && answers.clusters.length === 0) throw new Refused(nowhere);
    const text = accessText(answers);
    parseAccess(text, "access.yaml");
    const files = filesOf({ text, name: basename(resolve(folder)), specifier });
    writeFiles(folder, files);
    print(`${[...files.keys()].join("\n")}\n\nThese files are in ${resolve(folder)}. README.md says what comes next`);
    const packed = packedFile(specifier);
    if (packed?.startsWith("..") === true || (packed !== undefined && isAbsolute(packed))) say(outside(packed));
    return 0;
  } catch (error) {
    if (error instanceof InvalidAccessFile) {
      // Nobody has seen the lines that are not written.
      say(error.mistakes.map(({ path, sentence }) => `${path} ${sentence}`).join("\n"));
      return 1;
    }
    if (!(error instanceof NoAnswer)) throw error;
    say(error.message);
    return error instanceof Refused ? 1 : 2;
  } finally {
    questions?.end();
  }
}

const outside = (packed: string) =>
  `package.json names ${packed}, which others and pipelines do not have. Copy it into this folder and run npm install ./${basename(packed)}`;

const nowhere = "--grant must come with a cluster: say --cluster <name@region> too";

const nobody =
  "init asks, and there is no terminal: say --tenant <id|domain>, with --group and --cluster as you like, or --yes";

async function told(given: Partial<Answers>, machine: Surroundings): Promise<Answers> {
  const { groups = [], clusters = [] } = given;
  const usual = clusters.length === 0 ? [] : groups.flatMap(({ key }) => rightsOf(key, least));
  const tenant = given.tenant === undefined ? await azureTenant(machine) : await findTenant(given.tenant, machine);
  if (tenant === undefined)
    throw new NoAnswer("Which tenant? az is not signed in to one here: say --tenant <id|domain>");
  return { tenant, groups, clusters, grants: given.grants ?? usual };
}
