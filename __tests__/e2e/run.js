/** `npm run test:e2e [-- --strict]`: with --strict a part that the machine lacks is a failure, not a skip. */
const { spawnSync } = require("node:child_process");

// Terraform and its providers end before a tidy memory pays: a quarter of their time goes into garbage.
const GOGC = process.env.GOGC ?? "400";
const args = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  [require.resolve("jest/bin/jest"), "--config", "jest.e2e.config.js", ...args.filter((arg) => arg !== "--strict")],
  { stdio: "inherit", env: { ...process.env, GOGC, E2E_STRICT: args.includes("--strict") ? "1" : "" } },
);
process.exitCode = status ?? 1;
