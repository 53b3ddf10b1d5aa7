import { createServer } from "node:net";

/** The wanted port when nobody listens on it, else a free one. */
export async function freePort(wanted: number): Promise<number> {
  // Browsers may take localhost for ::1, so a stranger there counts as well.
  const taken = !(await canListen(wanted, "127.0.0.1")) || !(await canListen(wanted, "::1"));
  return taken ? anyPort() : wanted;
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    // A machine without IPv6 has no ::1 to be taken.
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code !== "EADDRINUSE"));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

function anyPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
