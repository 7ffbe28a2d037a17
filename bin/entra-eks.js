#!/usr/bin/env node
const { existsSync } = require("node:fs");
const { join } = require("node:path");

// A clone runs its source; a package holds only what package/build.js made of it.
if (existsSync(join(__dirname, "..", "main.ts"))) {
  require("tsx/cjs");
  require("./start.js");
} else {
  require("../dist/entra-eks.js");
}
