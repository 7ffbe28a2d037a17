#!/usr/bin/env node
require("tsx/cjs");
require("../commands/top.ts").runToEnd(() => require("../commands/cli.ts").cli().parseAsync());
