import fs, { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadAccess } from "../../../config/load";
import { InvalidAccessFile, NoAccessFile } from "../../../config/mistake";
import { withTenant } from "../../access-text";

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "entra-eks-"))));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function load(content: string | Uint8Array): string {
  const file = join(folder, "access.yaml");
  writeFileSync(file, content);
  try {
    return JSON.stringify(loadAccess(file).access.allow);
  } catch (error) {
    if (error instanceof InvalidAccessFile) return error.message.replaceAll(`${folder}/`, "");
    throw error;
  }
}

test("a file of 5 MB is refused, one of 4 MiB is read", () => {
  expect(load(withTenant(`#${"x".repeat(5_000_000)}`))).toBe(
    "access.yaml:1:1 must be 4 MiB or less, got 5000046 bytes",
  );
  const head = withTenant("#");
  expect(load(head + "x".repeat(4 * 1024 * 1024 - head.length))).toBe("[]");
});

test("a file that is not UTF-8 is refused where its first wrong byte stands", () => {
  const latin1 = Buffer.from(withTenant("# \ufffd caf\u00e9"), "latin1");
  expect(load(latin1)).toBe("access.yaml:2:3 must be UTF-8, got a byte that is not; save the file as UTF-8");
  const mixed = Buffer.concat([Buffer.from(withTenant("# \ufffd caf")), Buffer.from([0xe9])]);
  expect(load(mixed)).toBe("access.yaml:2:8 must be UTF-8, got a byte that is not; save the file as UTF-8");
  expect(load(withTenant("# \ufffd café"))).toBe("[]");
  expect(load(`\ufeff${withTenant("")}`)).toBe("[]");
});

test("no file and a folder are told apart", () => {
  const missing = join(folder, "missing.yaml");
  expect(() => loadAccess(missing)).toThrow(
    new NoAccessFile(`${missing} must be an access file, but there is none; name another with --file or ACCESS_FILE`),
  );
  const directory = join(folder, "folder.yaml");
  mkdirSync(directory);
  expect(() => loadAccess(directory)).toThrow(new NoAccessFile(`${directory} must be a file, got a folder`));
});

test("a device is refused before it is read, by a link too", () => {
  const link = join(folder, "zero.yaml");
  symlinkSync("/dev/zero", link);
  expect(() => loadAccess(link)).toThrow(new NoAccessFile(`${link} must be a file, got a device or a pipe`));
});

test("a name that no file can have is one that is not there", () => {
  writeFileSync(join(folder, "plain"), "");
  for (const name of [join("plain", "access.yaml"), "a".repeat(300), "a\0b"]) {
    const file = join(folder, name);
    expect(() => loadAccess(file)).toThrow(
      new NoAccessFile(`${file} must be an access file, but there is none; name another with --file or ACCESS_FILE`),
    );
  }
});

test.each([
  ["EACCES", "must be readable, but its permissions forbid it"],
  ["EPERM", "must be readable, but its permissions forbid it"],
  ["EIO", "cannot be read: EIO"],
])("%s of the system is told in words", (code, sentence) => {
  const file = join(folder, "access.yaml");
  // Whoever runs the tests may read everything.
  const open = jest.spyOn(fs, "openSync").mockImplementation(() => {
    throw Object.assign(new Error(code), { code });
  });
  try {
    expect(() => loadAccess(file)).toThrow(new NoAccessFile(`${file} ${sentence}`));
  } finally {
    open.mockRestore();
  }
});

test("what has nothing yet is asked again", () => {
  const read = jest.spyOn(fs, "readSync").mockImplementationOnce(() => {
    throw Object.assign(new Error("EAGAIN"), { code: "EAGAIN" });
  });
  try {
    expect(load(withTenant(""))).toBe("[]");
  } finally {
    read.mockRestore();
  }
});

test("links in a circle are told", () => {
  const circle = join(folder, "circle.yaml");
  symlinkSync(circle, circle);
  expect(() => loadAccess(circle)).toThrow(`${circle} must be a file, got links that lead in a circle`);
});

test("a link to another file is read, and nothing of it is repeated if it is no access file", () => {
  const other = join(folder, "other");
  writeFileSync(other, "root:x:0:0:root:/root:/bin/bash\ndaemon:x:1:1::/:/bin/sh\n");
  const link = join(folder, "link.yaml");
  symlinkSync(other, link);
  expect(() => loadAccess(link)).toThrow(`${link}:1:1 must be a map, got plain text`);
});
