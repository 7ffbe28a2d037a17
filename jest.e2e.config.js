const { availableParallelism, totalmem } = require("node:os");

/** Of an API server, and of two Terraforms that have loaded the aws provider. */
const bytesOfWorker = 2 * 2 ** 30;

/** The program against emulated clouds, with the real providers and API servers. @type {import("jest").Config} */
module.exports = {
  ...require("./jest.config.js"),
  testMatch: ["**/__tests__/sandbox/**/*.test.ts", "**/__tests__/e2e/**/*.e2e.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
  globalSetup: "<rootDir>/__tests__/e2e/find-missing.ts",
  testSequencer: "<rootDir>/__tests__/e2e/longest-first.js",
  // azuread waits three quarters of the time: four workers keep a core busy.
  maxWorkers: Math.max(1, Math.min(4 * availableParallelism(), Math.floor(totalmem() / bytesOfWorker))),
  // No test is timed: this only ends what hangs.
  testTimeout: 2_400_000,
};
