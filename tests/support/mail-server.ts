import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

/** How the server answers: null takes it, a code refuses it, "drop" cuts the line. */
export type Answer = number | "drop" | null;

/** A mail server on this machine that answers as a test wants and keeps what it was given. */
export async function openMailServer() {
  const sockets = new Map<number | undefined, Socket>();
  const answers = {
    recipient: async (_address: string): Promise<Answer> => null,
    content: async (_content: string): Promise<Answer> => null,
  };
  /** Every content that came, whatever was answered. */
  const contents: string[] = [];
  /** Those that were taken. */
  const taken: string[] = [];
  let connections = 0;

  function give(answer: Answer, session: SMTPServerSession, callback: (no?: Error) => void) {
    if (answer === "drop") sockets.get(session.remotePort)?.destroy();
    else if (answer === null) callback();
    else callback(Object.assign(new Error("No."), { responseCode: answer }));
  }

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    closeTimeout: 100,
    onRcptTo({ address }, session, callback) {
      void answers.recipient(address).then((answer) => give(answer, session, callback));
    },
    onData(stream, session, callback) {
      void text(stream).then(
        async (content) => {
          contents.push(content);
          const answer = await answers.content(content);
          if (answer === null) taken.push(content);
          give(answer, session, callback);
        },
        () => {}, // cut off before its end: not a content
      );
    },
  });
  // Whoever is killed cuts the line.
  server.on("error", () => {});
  server.server.on("connection", (socket: Socket) => {
    connections += 1;
    sockets.set(socket.remotePort, socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    answers,
    contents,
    taken,
    connections: () => connections,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

export type MailServer = Awaited<ReturnType<typeof openMailServer>>;
