const { env } = process;

/**
 * What a shell says to Git, to Terraform and to clouds is not what a test means: a hook of Git, or a rebase that runs tests,
 * names its repository so, which tests would change. How Terraform comes by providers stays.
 */
const elsewhere =
  /^(GIT_(?!CONFIG)|AWS_|ARM_|TF_(WORKSPACE$|DATA_DIR$|CLI_ARGS|LOG|VAR_|INPUT$|REATTACH_PROVIDERS$)|ACCESS_FILE$|CDKTF_OUTDIR$)/;
for (const name of Object.keys(env)) if (elsewhere.test(name)) delete env[name];
// Jest tells the programs of a test to be coloured where it is, and Node.js prints a warning where both are said.
delete env.NO_COLOR;
// Servers of tests are on loopback, to which no proxy leads.
for (const name of ["NO_PROXY", "no_proxy"]) env[name] = [env[name] || [], "127.0.0.1,localhost"].flat().join();

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "<rootDir>/__tests__/left-as-found.js",
  maxWorkers: "100%",
  // For what hangs: on a busy machine a test that starts programs one after the other takes longer than a minute.
  testTimeout: 600_000,
  testMatch: ["**/__tests__/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "/__tests__/sandbox/"],
  transform: { "\\.ts$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }] },
};
