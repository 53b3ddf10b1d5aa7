import { readFileSync } from "node:fs";
import { join } from "node:path";

export type Visitor = ReturnType<typeof visitor>;

/** A signed-in member's browser: it asks for pages and sends forms as Next's client does. */
export function visitor({ address, folder }: { address: string; folder: string }, token: string) {
  const cookie = `next-auth.session-token=${token}`;
  const manifest = join(folder, ".next/server/server-reference-manifest.json");
  const actions: { node: Record<string, { exportedName: string }> } = JSON.parse(
    readFileSync(manifest, "utf8"),
  );

  async function ask(path: string, request: RequestInit) {
    const answer = await fetch(`${address}${path}`, { ...request, redirect: "manual" });
    const body = await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    return { headers: answer.headers, body };
  }

  return {
    get: (path: string) => ask(path, { headers: { cookie } }),

    /** Sends a form of `useActionState` in React's encoding: the state before it, then its fields. */
    act(path: string, action: string, fields: Record<string, string>) {
      const [id] =
        Object.entries(actions.node).find(([, { exportedName }]) => exportedName === action) ?? [];
      if (!id) throw new Error(`There is no action ${action}.`);
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(`_1_${name}`, value);
      body.append("0", '[{},"$K1"]');
      const headers = { cookie, origin: address, accept: "text/x-component", "next-action": id };
      return ask(path, { method: "POST", headers, body });
    },
  };
}
