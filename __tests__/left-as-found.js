const { isDeepStrictEqual } = require("node:util");
const { TestEnvironment } = require("jest-environment-node");

const written = (stream) => ["isTTY", "columns", "write"].map((name) => Object.getOwnPropertyDescriptor(stream, name));

/** What all test files of a worker share. */
const shared = () => ({
  "the working directory": process.cwd(),
  "the exit code": process.exitCode,
  "standard output": written(process.stdout),
  "standard error": written(process.stderr),
});

/** Fails a file that leaves changed what all share: else another file fails, now and then, by the order in which they run. */
module.exports = class LeftAsFound extends TestEnvironment {
  async setup() {
    await super.setup();
    this.found = shared();
  }

  async teardown() {
    const changed = Object.entries(shared()).filter(([name, value]) => !isDeepStrictEqual(value, this.found[name]));
    await super.teardown();
    if (changed.length > 0) throw new Error(`These tests leave changed: ${changed.map(([name]) => name).join(", ")}.`);
  }
};
