/** `summary.js REPORT…`: what Jest's reports say of passed, failed and skipped tests, and which files took longest. */
const { existsSync, readFileSync } = require("node:fs");
const { relative } = require("node:path");

const reports = process.argv
  .slice(2)
  .filter(existsSync)
  .map((file) => JSON.parse(readFileSync(file, "utf8")));
const files = reports.flatMap(({ testResults }) => testResults);
const sum = (key) => reports.reduce((total, report) => total + report[key], 0);

for (const { assertionResults } of files)
  for (const { status, fullName } of assertionResults) if (status === "pending") console.log(`skipped: ${fullName}`);

const timed = files.map(({ name, startTime, endTime }) => ({
  name,
  seconds: Math.round((endTime - startTime) / 1000),
}));
console.log("The ten slowest files, in seconds:");
for (const { name, seconds } of timed.sort((one, other) => other.seconds - one.seconds).slice(0, 10))
  console.log(`${String(seconds).padStart(5)}  ${relative(process.cwd(), name)}`);
const broken = sum("numRuntimeErrorTestSuites");
if (broken > 0) console.log(`${broken} files could not be run`);
console.log(`${sum("numPassedTests")} passed, ${sum("numFailedTests")} failed, ${sum("numPendingTests")} skipped`);
