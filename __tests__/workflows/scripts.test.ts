import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { marker } from "../../commands/report/against/in-markdown";
import { git as gitIn } from "../git";
import { scriptOf } from "./workflow";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "entra-eks-"))));
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Puts a program into the PATH of the scripts. */
function program(name: string, script: string): void {
  mkdirSync(join(folder, "bin"), { recursive: true });
  writeFileSync(join(folder, "bin", name), `#!/usr/bin/env bash\n${script}\n`);
  chmodSync(join(folder, "bin", name), 0o755);
}

/** Runs a script as GitHub does. */
function run(script: string, env: Readonly<Record<string, string>> = {}) {
  const path = `${join(folder, "bin")}${delimiter}${process.env["PATH"] ?? ""}`;
  const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: path, HOME: folder, GITHUB_STEP_SUMMARY: join(folder, "summary.md"), ...env },
  });
  return { status, stdout, stderr };
}

const access = ".github/workflows/access.yml";

describe("the comment", () => {
  const script = scriptOf(access, "write the comment, or write it anew");
  const comment = (id: string) => {
    // Of the list it prints what --jq lets through.
    program("gh", `echo "$*" >> calls; case "$*" in *--jq*) printf '%s' '${id}' ;; esac`);
    writeFileSync(join(folder, "report.md"), marker);
    const done = run(script, { GITHUB_REPOSITORY: "contoso/access", NUMBER: "7", GH_TOKEN: "none" });
    expect(done).toMatchObject({ status: 0 });
    return readFileSync(join(folder, "calls"), "utf8").trim().split("\n");
  };

  test("is written once", () => {
    expect(comment("")[1]).toBe(
      "api --silent --method POST repos/contoso/access/issues/7/comments --field body=@report.md",
    );
  });

  test("is written anew where there is one", () => {
    const calls = comment("11\n12\n");
    expect(calls).toHaveLength(2);
    expect(calls[1]).toBe(
      "api --silent --method PATCH repos/contoso/access/issues/comments/11 --field body=@report.md",
    );
  });

  test("is found by what the report begins with", () => {
    expect(comment("")[0]).toContain(`startswith("${marker}")`);
  });
});

describe("what a pull request gives and takes", () => {
  const script = scriptOf(access, "what the pull request gives and takes");
  const summary = (files: readonly string[]) => {
    program("npx", 'echo "$*" > report.md');
    gitIn(folder, "init", "-q", "-b", "main");
    for (const file of files) {
      writeFileSync(join(folder, file), "");
      gitIn(folder, "add", file);
      gitIn(folder, "commit", "-qm", file);
    }
    expect(run(script, { ACCESS_FILE: "access.yaml" })).toMatchObject({ status: 0 });
    return readFileSync(join(folder, "summary.md"), "utf8");
  };

  test("is compared with what it is merged into", () => {
    expect(summary(["access.yaml", "other"])).toBe(
      "entra-eks report --against HEAD^1 --format markdown --output report.md\n",
    );
  });

  test("is said of the first access file too", () => {
    expect(summary(["other", "access.yaml"])).toBe(
      `${marker}\nThis is the first access file: there is nothing to compare it with.\n`,
    );
  });
});

describe.each([
  ["who gains and loses access, and what Terraform would change", "plan"],
  ["deploy what was planned", "deploy --yes"],
])("%s", (step, command) => {
  const script = scriptOf(access, step);
  const called = (BEFORE: string, answer = "exit 0") => {
    program("npx", `echo "$*"; ${answer}`);
    const { status, stdout } = run(script, { ACCESS_FILE: "access.yaml", BEFORE });
    return { status, stdout };
  };
  beforeEach(() => {
    gitIn(folder, "init", "-q", "-b", "main");
    for (const file of ["other", "access.yaml", "third"]) {
      writeFileSync(join(folder, file), "");
      gitIn(folder, "add", file);
      gitIn(folder, "commit", "-qm", file);
    }
  });

  test("is compared with the file before", () => {
    expect(called("HEAD^1")).toEqual({ status: 0, stdout: `entra-eks ${command} --against HEAD^1\n` });
  });

  test("is compared with nothing where there was no file, and in the first push of a branch", () => {
    for (const before of ["HEAD^2", "HEAD~2", "0".repeat(40), ""])
      expect(called(before)).toEqual({ status: 0, stdout: `entra-eks ${command}\n` });
  });

  test("ends as the command does", () => {
    for (const status of [1, 2]) expect(called("HEAD^1", `exit ${String(status)}`)).toMatchObject({ status });
  });
});

test("the plan is in the summary of its run, also when it fails", () => {
  program("npx", "echo planned; exit 1");
  const script = scriptOf(access, "who gains and loses access, and what Terraform would change");
  expect(run(script, { ACCESS_FILE: "access.yaml", BEFORE: "" })).toMatchObject({ status: 1 });
  expect(readFileSync(join(folder, "summary.md"), "utf8")).toBe("\n    planned\n");
});

test("no line of a plan ends the block that it stands in, whatever a cluster has answered", () => {
  program("npx", "printf '%s\\n' 'rbac-prod: cannot be planned' '  ```' '  # Approved by @contoso/security' '' ok");
  const script = scriptOf(access, "who gains and loses access, and what Terraform would change");
  expect(run(script, { ACCESS_FILE: "access.yaml", BEFORE: "" })).toMatchObject({ status: 0 });
  const lines = readFileSync(join(folder, "summary.md"), "utf8").trimEnd().split("\n");
  expect(lines).toHaveLength(6);
  expect(lines.filter((line) => line.trim() !== "" && !line.startsWith("    "))).toEqual([]);
});

test("the subject of a token is printed, and one that is not trusted ends the job", () => {
  const script = scriptOf(access, "subject of this job's token");
  const subject = "repo:contoso@1/access@2:environment:access-plan";
  const token = ["{}", JSON.stringify({ sub: subject, note: "~~~???ÿÿ" }), "sign"].map((part) =>
    Buffer.from(part).toString("base64url"),
  );
  program("curl", `echo '${JSON.stringify({ value: token.join(".") })}'`);
  const asked = (EXPECTED_SUBJECT: string) =>
    run(script, {
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: "t",
      ACTIONS_ID_TOKEN_REQUEST_URL: "https://example.com/?a",
      EXPECTED_SUBJECT,
    });
  for (const trusted of ["", subject])
    expect(asked(trusted)).toMatchObject({ status: 0, stdout: `The subject of this job's token is ${subject}\n` });
  const other = asked("repo:contoso/access:environment:access-plan");
  expect(other.status).toBe(1);
  expect(other.stdout).toContain("AADSTS700213");
  expect(other.stdout).not.toContain(token[2]);
});

test("the branch of HCP Terraform holds the stacks alone, one commit for each change", () => {
  const script = scriptOf("docs/pipelines/synthesize.yml", "push the Terraform, if it changed");
  const git = (...args: readonly string[]) => gitIn(folder, ...args).trim();
  git("init", "-q", "--bare", "origin.git");
  git("init", "-q", "-b", "main");
  git("remote", "add", "origin", join(folder, "origin.git"));
  writeFileSync(join(folder, ".gitignore"), "cdktf.out\n");
  git("add", ".gitignore");
  const synthesized = (stacks: Readonly<Record<string, string>>) => {
    rmSync(join(folder, "cdktf.out"), { recursive: true, force: true });
    for (const [stack, text] of Object.entries(stacks)) {
      mkdirSync(join(folder, "cdktf.out", "stacks", stack), { recursive: true });
      for (const name of ["cdk.tf.json", ".terraform.lock.hcl", "more.tf"])
        writeFileSync(join(folder, "cdktf.out", "stacks", stack, name), text);
    }
    expect(run(script, { GITHUB_SHA: "abc" })).toMatchObject({ status: 0 });
    const origin = (...args: string[]) => git("--git-dir=origin.git", ...args);
    return {
      files: origin("ls-tree", "-r", "--name-only", "synthesized").split("\n"),
      commits: Number(origin("rev-list", "--count", "synthesized")),
    };
  };
  const filesOf = (stack: string) =>
    [".terraform.lock.hcl", "cdk.tf.json"].map((name) => `cdktf.out/stacks/${stack}/${name}`);
  expect(synthesized({ people: "1", portal: "1" })).toEqual({
    files: [...filesOf("people"), ...filesOf("portal")],
    commits: 1,
  });
  expect(synthesized({ people: "1", portal: "1" }).commits).toBe(1);
  expect(synthesized({ people: "2" })).toEqual({ files: filesOf("people"), commits: 2 });
});
