import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { hostileInput, including } from "../__tests__/hostile-input";
import { judge } from "../__tests__/judge";

/** Tries hostile access files for some minutes: `npm run fuzz -- [minutes] [seed] [letters]`. Exit status 1 if one was too much. */
const [minutes = 10, seed = Date.now() % 1_000_000, letters = 0] = process.argv.slice(2).map(Number);

/** Seconds that a file may take: two a megabyte, and what the smallest one takes on a busy machine. */
const allowed = (bytes: number) => 0.5 + (2 * bytes) / 1024 / 1024;

/**
 * Seconds that a user waits on a quiet machine: by the clock, or of CPU where neighbours make the clock run on. The least of three
 * where one is too many: the first ones pay for compiling the program, and neighbours for caches.
 */
function secondsOf(run: () => void, most: number): number {
  let least = Infinity;
  for (let times = 0; times < 3 && least > most; times++) {
    const [before, started] = [process.cpuUsage(), performance.now()];
    run();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1e6, (performance.now() - started) / 1000);
  }
  return least;
}

const folder = mkdtempSync(join(tmpdir(), "entra-eks-fuzz-"));
const file = join(folder, "access.yaml");
const included = join(folder, "team.yaml");
const end = Date.now() + minutes * 60_000;
const [begun, seen] = [Date.now(), { inputs: 0, bytes: 0, bad: 0 }];
const slowest = { secondsPerKilobyte: 0, kind: "", bytes: 0, seconds: 0, seed: 0 };

try {
  for (let round = 0; Date.now() < end; round++) {
    const length = letters || [2_000, 20_000, 200_000, 1_000_000][round % 4] || 2_000;
    for (const input of fc.sample(hostileInput(length), { seed: seed + round, numRuns: 8 })) {
      // Every second four rounds it is a file that the access file includes.
      const isIncluded = (round >> 2) % 2 === 1;
      writeFileSync(isIncluded ? included : file, input.bytes);
      if (isIncluded) writeFileSync(file, including);
      const most = allowed(input.bytes.length);
      let fault: string | undefined;
      const seconds = secondsOf(() => (fault = judge(file)), most);
      const [kilobytes, isSlow] = [Math.max(1, input.bytes.length / 1024), seconds > most];
      seen.inputs++;
      seen.bytes += input.bytes.length;
      if (fault !== undefined || isSlow) {
        seen.bad++;
        const kept = join(tmpdir(), `entra-eks-fuzz-${String(seed + round)}-${String(seen.bad)}.yaml`);
        writeFileSync(kept, input.bytes);
        process.stdout.write(
          `${input.kind}${isIncluded ? ", included" : ""}, ${String(input.bytes.length)} bytes, ${seconds.toFixed(2)} s: ${fault ?? "too slow"}; kept as ${kept}\n`,
        );
      }
      if (kilobytes > 100 && seconds / kilobytes > slowest.secondsPerKilobyte) {
        Object.assign(slowest, {
          secondsPerKilobyte: seconds / kilobytes,
          kind: input.kind,
          bytes: input.bytes.length,
          seconds,
          seed: seed + round,
        });
      }
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
process.stdout.write(
  `${String(seen.inputs)} inputs, ${(seen.bytes / 1024 / 1024).toFixed(0)} MiB in ${((Date.now() - begun) / 1000).toFixed(0)} s, seed ${String(seed)}; slowest: ${(slowest.secondsPerKilobyte * 1000).toFixed(3)} ms a KiB (${slowest.kind}, ${String(slowest.bytes)} bytes, ${slowest.seconds.toFixed(2)} s, seed ${String(slowest.seed)}); ${String(seen.bad)} too much\n`,
);
process.exitCode = seen.bad === 0 ? 0 : 1;
