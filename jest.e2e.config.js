/** The program against emulated clouds, with the real providers and API servers. @type {import("jest").Config} */
module.exports = {
  ...require("./jest.config.js"),
  testMatch: ["**/__tests__/sandbox/**/*.test.ts", "**/__tests__/e2e/**/*.e2e.ts"],
  testPathIgnorePatterns: ["/node_modules/"],
  globalSetup: "<rootDir>/__tests__/e2e/find-missing.ts",
  testTimeout: 300_000,
  maxWorkers: 2,
};
