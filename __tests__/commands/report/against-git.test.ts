import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { earlierText } from "../../../commands/report/against/earlier-text";
import { withTenant } from "../../access-text";
import { git as gitIn } from "../../git";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "entra-eks-")));
const repository = join(folder, "repository");
const elsewhere = process.cwd();
const environment = { ...process.env };
const first = withTenant("groups: { first: {} }\n");
const second = withTenant("groups: { second: {} }\n");

const git = (...args: readonly string[]) => gitIn(process.cwd(), ...args);

function write(file: string, text: string): void {
  mkdirSync(dirname(join(repository, file)), { recursive: true });
  writeFileSync(join(repository, file), text);
}

beforeAll(() => {
  // Nothing of the machine's own settings, and no repository around the folder.
  Object.assign(process.env, {
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CEILING_DIRECTORIES: folder,
  });
  for (const name of ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"]) Reflect.deleteProperty(process.env, name);
  mkdirSync(repository);
  process.chdir(repository);
  git("init", "-q", "-b", "main");
  write("teams/access.yaml", first);
  write("teams/bytes.yaml", first);
  git("add", ".");
  git("commit", "-qm", "one");
  git("tag", "v1");
  write("teams/access.yaml", second);
  write("teams/added.yaml", second);
  writeFileSync(join(repository, "teams", "bytes.yaml"), Buffer.from([0x61, 0xff]));
  git("add", ".");
  git("commit", "-qm", "two");
  git("branch", "topic");
  git("branch", "teams");
});
afterAll(() => {
  process.chdir(elsewhere);
  process.env = environment;
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  process.chdir(repository);
});

const refused = async (against: string, file = "teams/access.yaml"): Promise<string> =>
  earlierText(against, file).then(
    () => "",
    (error: unknown) => (error as Error).message,
  );

test.each(["v1", "HEAD~1", "main^", "v1^{commit}", ":/one"])(
  "a revision gives the file as it was there: %s",
  async (against) => {
    expect(await earlierText(against, "teams/access.yaml")).toEqual({
      name: `${against}:access.yaml`,
      text: first,
      commit: git("rev-parse", "v1").trim(),
      files: expect.anything() as unknown,
    });
  },
);

test("it is the same from any folder, and through a link", async () => {
  process.chdir(join(repository, "teams"));
  expect((await earlierText("v1", "access.yaml")).text).toBe(first);
  process.chdir(folder);
  symlinkSync(join(repository, "teams", "access.yaml"), join(folder, "link.yaml"));
  expect((await earlierText("v1", "link.yaml")).text).toBe(first);
});

test("a link that a branch brings does not have another file compared with itself", async () => {
  const branch = join(folder, "links");
  mkdirSync(join(branch, "staging"), { recursive: true });
  process.chdir(branch);
  git("init", "-q", "-b", "main");
  writeFileSync("access.yaml", first);
  writeFileSync(join("staging", "access.yaml"), second);
  symlinkSync("staging/access.yaml", "kept.yaml");
  symlinkSync("staging", "infra");
  git("add", ".");
  git("commit", "-qm", "one");
  rmSync("access.yaml");
  symlinkSync("kept.yaml", "access.yaml");
  expect(await refused("main", "access.yaml")).toBe(
    "access.yaml is a link to kept.yaml now, and was none or another one in main, so access.yaml was another file there: name that one, such as main:access.yaml",
  );
  expect((await earlierText("main:access.yaml", "access.yaml")).text).toBe(first);
  expect((await earlierText("main", "kept.yaml")).text).toBe(second);
  expect((await earlierText("main", join("infra", "access.yaml"))).text).toBe(second);
  // A folder that becomes a link, and one that leads elsewhere.
  mkdirSync("prod");
  writeFileSync(join("prod", "access.yaml"), second);
  rmSync("infra");
  symlinkSync("prod", "infra");
  expect(await refused("main", join("infra", "access.yaml"))).toMatch(/^infra is a link to prod now, and was none or/);
  rmSync("staging", { recursive: true });
  symlinkSync("prod", "staging");
  expect(await refused("main", "kept.yaml")).toMatch(/^staging is a link to prod now/);
});

test("a work tree beside the repository and a shallow clone know revisions too", async () => {
  git("worktree", "add", "-q", join(folder, "beside"), "topic");
  expect((await earlierText("v1", join(folder, "beside", "teams", "access.yaml"))).text).toBe(first);
  git("clone", "-q", "--depth", "1", `file://${repository}`, join(folder, "shallow"));
  const file = join(folder, "shallow", "teams", "access.yaml");
  expect((await earlierText("HEAD", file)).text).toBe(second);
  expect(await refused("v1", file)).toBe(
    '"v1" is no file and no revision that git knows; this clone is shallow, so fetch the revision first',
  );
  expect(await refused("topic", file)).toContain("this clone is shallow");
});

test("a folder is no file, so a branch of its name is meant", async () => {
  expect((await earlierText("teams", "teams/access.yaml")).name).toBe("teams:access.yaml");
});

test("a file is read; what is a file and a revision is refused with two ways out, which work", async () => {
  writeFileSync(join(repository, "old.yaml"), first);
  expect(await earlierText("old.yaml", "teams/access.yaml")).toMatchObject({ name: "old.yaml", text: first });
  writeFileSync(join(repository, "topic"), first);
  expect(await refused("topic")).toBe(
    '"topic" is both a revision and a file: write ./topic for the file, or topic^0 for the revision',
  );
  expect((await earlierText("./topic", "teams/access.yaml")).text).toBe(first);
  expect((await earlierText("topic^0", "teams/access.yaml")).text).toBe(second);
  rmSync(join(repository, "topic"));
});

test("a file under another name is named as git names it", async () => {
  expect((await earlierText("v1:teams/access.yaml", "teams/added.yaml")).text).toBe(first);
  expect((await earlierText("v1:./access.yaml", "teams/added.yaml")).text).toBe(first);
  expect(await refused("v1:nope.yaml")).toBe('"v1:nope.yaml" is not there');
});

test.each([
  ["--output=x", '--against must name a revision of git or a file, got "--output=x"'],
  ["-h", '--against must name a revision of git or a file, got "-h"'],
  ["", '--against must name a revision of git or a file, got ""'],
  ["mian", '"mian" is no file and no revision that git knows; did you mean "main"?'],
  ["v1; touch x", '"v1; touch x" is no file and no revision that git knows'],
  ["^main", '"^main" is no file and no revision that git knows; did you mean "main"?'],
  ["v1..main", '"v1..main" is no file and no revision that git knows'],
])("what is no revision is refused in one sentence: %s", async (against, sentence) => {
  expect(await refused(against)).toBe(sentence);
  expect(existsSync(join(repository, "x"))).toBe(false);
});

test("a file that is not in the revision, or no text there, is told", async () => {
  expect(await refused("v1", "teams/added.yaml")).toBe(
    "teams/added.yaml is not in v1: if it had another name there, write v1:./NAME; to compare with nothing, write /dev/null",
  );
  expect(await refused("main", "teams/bytes.yaml")).toBe("main:bytes.yaml must be UTF-8");
});

test("behind a search nothing can stand, so the commit is named", async () => {
  const commit = git("rev-parse", "v1").trim().slice(0, 12);
  expect(await refused(":/one", "teams/added.yaml")).toBe(
    `teams/added.yaml is not in :/one: if it had another name there, write ${commit}:./NAME; to compare with nothing, write /dev/null`,
  );
  expect((await earlierText(`${commit}:./access.yaml`, "teams/added.yaml")).text).toBe(first);
});

test("a symbolic link at a revision is told, by every name of it", async () => {
  symlinkSync("access.yaml", join(repository, "teams", "linked.yaml"));
  git("add", ".");
  git("commit", "-qm", "link");
  rmSync(join(repository, "teams", "linked.yaml"));
  writeFileSync(join(repository, "teams", "linked.yaml"), first);
  const said = "is a symbolic link: write the file that it names, REVISION:./NAME";
  expect(await refused("HEAD", "teams/linked.yaml")).toBe(`HEAD:linked.yaml ${said}`);
  expect(await refused("HEAD:teams/linked.yaml")).toBe(`HEAD:teams/linked.yaml ${said}`);
  expect(await refused("HEAD:./linked.yaml")).toBe(`HEAD:./linked.yaml ${said}`);
});

test("standard input is one file alone", async () => {
  expect(await refused("-", "-")).toBe("--file and --against cannot both be standard input");
});

test("no repository, no git, and a repository that git does not read are told", async () => {
  writeFileSync(join(folder, "access.yaml"), first);
  expect(await refused("main", join(folder, "access.yaml"))).toBe(
    '"main" is no file, and the access file is in no git repository, which would know revisions',
  );
  const { PATH } = process.env;
  process.env["PATH"] = "/nowhere";
  expect(await refused("main")).toBe('"main" is no file, and git is not installed, which would know revisions');
  expect((await earlierText("/dev/null", "teams/access.yaml")).text).toBe("");
  process.env["PATH"] = PATH;
  appendFileSync(join(repository, ".git", "config"), "[broken\n");
  expect(await refused("main")).toMatch(/^git does not read the repository of the access file: .*config/);
});
