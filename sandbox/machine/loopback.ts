import type { AddressInfo, Server, Socket } from "node:net";

/** A server that listens, until it is closed. */
export interface OnLoopback {
  readonly port: number;
  /** Ends every connection, too. */
  close(): Promise<void>;
}

/**
 * Lets a server listen on 127.0.0.1; port 0 picks a free one.
 *
 * @throws Error with a sentence if the port is in use
 */
export async function listenOnLoopback(server: Server, port: number): Promise<OnLoopback> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "EADDRINUSE"
          ? new Error(`Port ${port} is in use; end what listens there, or use another`)
          : error,
      );
    });
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const socket of sockets) socket.destroy();
      }),
  };
}
