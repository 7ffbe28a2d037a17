import type { World } from "./world";

/** Lets Graph answer nobody while something runs: whoever deploys meanwhile begins, and comes to no end. */
export async function whileGraphWaits<T>({ sandbox: { graph } }: World, run: () => Promise<T>): Promise<T> {
  let goOn: () => void = () => undefined;
  graph.faults = { until: new Promise((resolve) => (goOn = resolve)) };
  try {
    return await run();
  } finally {
    graph.faults = {};
    goOn();
  }
}
