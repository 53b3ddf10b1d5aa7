import { readdirSync, readFileSync } from "node:fs";

/** What a page, an action or another address asks of who comes; null: it names no act. */
type Asks = { act: string | null };

/** A server action as the build lists it, and which kind of form its source says it is. */
export type FormDoor = Asks & { name: string; id: string; page: string; kind: string | null };

/** A page, or an address of another kind with the method that it answers. */
export type AddressDoor = Asks & { address: string; method: string; asksWho: boolean };

type Listed = { filename: string; exportedName: string; workers: Record<string, unknown> };

/** Every server action of the build that is served. */
export function formDoors(): FormDoor[] {
  const manifest = readFileSync(".next/server/server-reference-manifest.json", "utf8");
  const { node } = JSON.parse(manifest) as { node: Record<string, Listed> };
  return Object.entries(node).map(([id, { filename, exportedName, workers }]) => {
    const made = new RegExp(`export const ${exportedName} = (\\w+)\\(\\s*(?:"([^"]+)",)?`);
    const [, kind = null, act = null] = made.exec(readFileSync(filename, "utf8")) ?? [];
    const [worker = ""] = Object.keys(workers);
    const name = `${filename.replace(/^app\//, "").replace(/\/?actions\.ts$/, "")} ${exportedName}`;
    return { name, id, page: addressOf(worker.replace(/^app\//, "")), kind, act };
  });
}

/** Every exported action of a folder by the files themselves, to see that none is left out. */
export function actionsInFiles(): string[] {
  return filesNamed("actions.ts").flatMap((file) => {
    const exported = readFileSync(`app/${file}`, "utf8").matchAll(/^export \w+(?: \w+)? (\w+)/gm);
    return [...exported].map(([, name]) => `${file.replace(/\/?actions\.ts$/, "")} ${name}`);
  });
}

export const pageDoors = (): AddressDoor[] => filesNamed("page.tsx").flatMap(doorsOf);
export const otherDoors = (): AddressDoor[] => filesNamed("route.ts").flatMap(doorsOf);

function doorsOf(file: string): AddressDoor[] {
  const source = readFileSync(`app/${file}`, "utf8");
  const [, act = null] = /(?:requireRole\(|may\(actor, )"([^"]+)"/.exec(source) ?? [];
  const asksWho = /requireRole\(|requireActor\(|findActor\(/.test(source);
  const methods = [...source.matchAll(/export (?:async )?function (GET|POST|PUT|PATCH|DELETE)\b/g)];
  const address = addressOf(file.replace(/\.tsx?$/, ""));
  const answered = methods.length > 0 ? methods.map(([, method = ""]) => method) : ["GET"];
  return answered.map((method) => ({ address, method, act, asksWho }));
}

/** `(member)/cecs/page` is at /cecs. */
const addressOf = (place: string) =>
  `/${place
    .split("/")
    .filter((part) => !part.startsWith("("))
    .slice(0, -1)
    .join("/")}`;

/** Files of app whose name ends so, for `actions.ts` also `pay-actions.ts`. */
function filesNamed(name: string): string[] {
  return readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => new RegExp(`(^|[/-])${name}$`).test(file))
    .toSorted();
}
