import { Client } from "./client";

/** A new graph for each test of a file. */
export function graphForEachTest(): () => Client {
  let client: Client | undefined;
  beforeEach(async () => {
    client = await Client.start();
  });
  afterEach(async () => {
    await client?.server.close();
  });
  return () => client!;
}
