import { readFileSync } from "node:fs";
import { errorCode, systemMessage } from "../../../config/file/error-code";

function thrownBy(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

test("what the system refuses has a code and a message, and anything else that is thrown has neither", () => {
  const refused = thrownBy(() => readFileSync("/nowhere/at-all"));
  expect(errorCode(refused)).toBe("ENOENT");
  expect(systemMessage(refused)).toBe("ENOENT: no such file or directory, open '/nowhere/at-all'");
  for (const other of [new Error("ours"), "text", null, undefined, { code: 1 }]) {
    expect([errorCode(other), systemMessage(other)]).toEqual([undefined, undefined]);
  }
});

test("what Node.js itself refuses has a code, and is not the system's", () => {
  const refused = thrownBy(() => readFileSync("a\0b"));
  expect([errorCode(refused), systemMessage(refused)]).toEqual(["ERR_INVALID_ARG_VALUE", undefined]);
});
