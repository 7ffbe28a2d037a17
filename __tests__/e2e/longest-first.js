const { basename } = require("node:path");
const Sequencer = require("@jest/test-sequencer").default;

/** Files that take longest, the longest first. Jest itself knows no times on a machine that has never run them. */
const longest = [];

const rank = ({ path }) => {
  const place = longest.indexOf(basename(path, ".e2e.ts"));
  if (place >= 0) return place;
  return path.endsWith(".e2e.ts") ? longest.length : longest.length + 1;
};

/** Begins with what takes longest, so that nothing runs alone at the end. */
module.exports = class LongestFirst extends Sequencer {
  static longest = longest;

  sort(tests) {
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
};
