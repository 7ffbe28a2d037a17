const Sequencer = require("@jest/test-sequencer").default;

/** Seconds that a file takes alone, where they are many: most of them azuread waits. */
const seconds = {
  "permissions-login": 330,
  "permissions-people": 240,
  "permissions-clusters": 300,
  "login-newest": 150,
  "login-oldest": 150,
  "everything-newest": 170,
  "everything-oldest": 170,
  "everything-late": 260,
  "everything-throttled": 240,
  "everything-unavailable": 240,
};

/** Begins with what takes longest, so that nothing runs alone at the end: Jest knows no times on a machine that is new to it. */
module.exports = class LongestFirst extends Sequencer {
  static seconds = seconds;

  /** What is not listed begins at once, for it may take minutes; only tests of the sandbox itself are known to be short. */
  time(test) {
    const [, name] = /([^/\\]+)\.e2e\.ts$/.exec(test.path) ?? [];
    const listed = name === undefined ? 0 : seconds[name];
    return super.time(test) ?? (listed === undefined ? undefined : listed * 1000);
  }
};
