const { writeSync } = require("node:fs");
const { isMainThread } = require("node:worker_threads");

// Loaded before a program that is measured: says on file descriptor 3 what it took.
if (isMainThread) process.on("exit", () => writeSync(3, JSON.stringify(process.resourceUsage())));
