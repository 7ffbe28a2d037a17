import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { earlierText } from "../../../commands/report/against/earlier-text";
import { withTenant } from "../../access-text";
import { git } from "../../git";

const reviewed = withTenant("groups: { devs: { members: [ada@contoso.com] } }\n");
const wanted = withTenant("groups: { devs: { members: [ada@contoso.com, mallory@contoso.com] } }\n");

let folder: string;
let infra: string;
let file: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "entra-eks-")));
  infra = join(folder, "clone", "infra");
  file = join(infra, "access.yaml");
  mkdirSync(infra, { recursive: true });
  git(join(folder, "clone"), "init", "-q", "-b", "main");
  writeFileSync(file, reviewed);
  git(infra, "add", ".");
  git(infra, "commit", "-qm", "reviewed");
  writeFileSync(file, wanted);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** What a branch adds beside the access file: a repository as plain files, in which `main` has the change already. */
function embed(settings: string): void {
  const other = join(folder, "other");
  mkdirSync(other);
  git(other, "init", "-q", "-b", "main");
  writeFileSync(join(other, "access.yaml"), wanted);
  git(other, "add", ".");
  git(other, "commit", "-qm", "forged");
  for (const part of ["HEAD", "objects", "refs"])
    cpSync(join(other, ".git", part), join(infra, part), { recursive: true });
  writeFileSync(
    join(infra, "config"),
    `[core]\n  repositoryformatversion = 0\n  bare = false\n  worktree = .\n${settings}`,
  );
}

const refused = (against: string): Promise<string> =>
  earlierText(against, file).then(
    ({ text }) => text,
    (error: unknown) => (error as Error).message,
  );

test("a repository that is committed as plain files does not say what a revision holds", async () => {
  expect(await refused("main")).toBe(reviewed);
  embed("");
  expect(await refused("main")).toBe(
    `${infra} has files such as HEAD and objects, by which git would take it for a repository of its own, and run what its settings say. Find out who committed them, and delete them`,
  );
});

test("nor does git run what its settings say", async () => {
  const touched = join(folder, "touched");
  embed(
    `[extensions]\n  partialClone = origin\n[remote "origin"]\n  url = ssh://contoso.com/x\n  promisor = true\n[core]\n  repositoryformatversion = 1\n  sshCommand = "touch ${touched}; false"\n`,
  );
  rmSync(join(infra, "objects"), { recursive: true });
  mkdirSync(join(infra, "objects"));
  await refused("main");
  expect(existsSync(touched)).toBe(false);
});

test("a folder above the access file counts too, and what a repository has under that name does not", async () => {
  embed("");
  mkdirSync(join(infra, "prod"));
  file = join(infra, "prod", "access.yaml");
  writeFileSync(file, wanted);
  expect(await refused("main")).toContain(`${infra} has files such as HEAD`);
  for (const part of ["objects", "refs", "config"]) rmSync(join(infra, part), { recursive: true });
  appendFileSync(join(infra, "HEAD"), "\n");
  expect(await refused("main")).toContain("is not in main");
  // At the top of a repository git reads its own `.git`.
  cpSync(join(folder, "clone", ".git"), join(folder, "copy"), { recursive: true });
  for (const part of ["HEAD", "objects", "refs"])
    cpSync(join(folder, "copy", part), join(folder, "clone", part), { recursive: true });
  file = join(folder, "clone", "access.yaml");
  writeFileSync(file, wanted);
  expect(await refused("main:infra/access.yaml")).toBe(reviewed);
});
