/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  maxWorkers: "100%",
  // For what hangs: on a busy machine a test that starts programs takes longer than Jest's five seconds.
  testTimeout: 60_000,
  testMatch: ["**/__tests__/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "/__tests__/sandbox/"],
  transform: { "\\.ts$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }] },
};
