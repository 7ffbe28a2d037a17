import { createServer } from "node:http";
import { listenOnLoopback } from "../../../sandbox/machine/loopback";

test("a server listens on loopback only, and a port in use is a sentence", async () => {
  const first = await listenOnLoopback(createServer(), 0);
  const second = createServer();
  await expect(listenOnLoopback(second, first.port)).rejects.toThrow(
    `Port ${String(first.port)} is in use; end what listens there, or use another`,
  );
  await first.close();
  const again = await listenOnLoopback(second, first.port);
  expect(second.address()).toMatchObject({ address: "127.0.0.1", port: first.port });
  await again.close();
});
