const Sequencer = require("@jest/test-sequencer").default;

/** Seconds that a file takes, beside seven others, where they are more than most: azuread waits through the greater part. */
const seconds = {
  "change-plans": 600,
  "permissions-rbac": 450,
  "permissions-portal": 450,
  "permissions-login": 450,
  "documented-first": 450,
  "documented-additions": 450,
  "documented-removals": 450,
  "permissions-people": 300,
  portal: 360,
  credentials: 320,
  "change-plans-secrets": 300,
  attributes: 270,
  deploy: 260,
  "everything-newest": 260,
  "everything-oldest": 260,
  "everything-late": 260,
  "everything-throttled": 260,
  "everything-unavailable": 260,
};

/** What the others take at most. */
const usual = 200;

/** Begins with what takes longest, so that nothing runs alone at the end: Jest knows no times on a machine that is new to it. */
module.exports = class LongestFirst extends Sequencer {
  static seconds = seconds;

  /** Only tests of the sandbox itself are known to be short. */
  time(test) {
    const [, name] = /([^/\\]+)\.e2e\.ts$/.exec(test.path) ?? [];
    return super.time(test) ?? (name === undefined ? 0 : (seconds[name] ?? usual) * 1000);
  }
};
