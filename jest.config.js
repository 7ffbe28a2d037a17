// A hook of Git, or a rebase that runs tests, names its repository so. Tests make repositories of their own, and would change that one.
for (const name of Object.keys(process.env)) if (/^GIT_(?!CONFIG)/.test(name)) delete process.env[name];

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "<rootDir>/__tests__/left-as-found.js",
  maxWorkers: "100%",
  // For what hangs: on a busy machine a test that starts programs takes longer than Jest's five seconds.
  testTimeout: 60_000,
  testMatch: ["**/__tests__/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "/__tests__/sandbox/"],
  transform: { "\\.ts$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }] },
};
