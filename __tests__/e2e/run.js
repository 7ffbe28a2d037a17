/** `npm run test:e2e [-- --strict]`: with --strict a part that the machine lacks is a failure, not a skip. */
const { spawnSync } = require("node:child_process");

// Terraform and its providers end before a tidy memory pays: a quarter of their time would go into it.
const go = { GOGC: process.env.GOGC ?? "off", GOMEMLIMIT: process.env.GOMEMLIMIT ?? "1GiB" };
const args = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  [require.resolve("jest/bin/jest"), "--config", "jest.e2e.config.js", ...args.filter((arg) => arg !== "--strict")],
  { stdio: "inherit", env: { ...process.env, ...go, E2E_STRICT: args.includes("--strict") ? "1" : "" } },
);
process.exitCode = status ?? 1;
