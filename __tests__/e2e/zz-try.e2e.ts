import { setTimeout as wait } from "node:timers/promises";
import { accessOf, withTenant } from "../access-text";
import { byHand } from "./stack-by-hand";
import { startWorld } from "./world";
test("try", async () => {
  const world = await startWorld(accessOf(withTenant("groups: { devs: { members: [ada@contoso.com] } }")));
  await world.deployment();
  const killer = new AbortController();
  const running = byHand(world, "people", ["apply", "-auto-approve", "-input=false"], { signal: killer.signal, killSignal: "SIGKILL" });
  const seen = new Set<string>();
  for (let n = 0; n < 400000 && !killer.signal.aborted; n += 1) { const t = JSON.stringify(world.sandbox.directory.all("groups").map(({displayName, description}) => ({displayName, description}))); seen.add(t); if (seen.size > 1 && n % 1 === 0) { if (seen.size >= 3) killer.abort(); } await new Promise((r) => setImmediate(r)); }
  await running;
  const next = await byHand(world, "people", ["apply", "-auto-approve", "-input=false"]);
  console.log([...seen], next.status, world.sandbox.directory.all("groups"), world.sandbox.graph.log.slice(-20).map((r) => `${r.method} ${r.path.slice(0,90)} ${r.status}`));
  await world.end();
});
