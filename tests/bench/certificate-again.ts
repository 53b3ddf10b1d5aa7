import { ratioOf } from "./alternate";
import { signUp } from "./association";
import { staticFile } from "./build";
import type { Stage } from "./stage";
import { visitor } from "./visitor";

/** A frozen certificate that is opened again against a static file of the same bytes. */
export async function certificateAgain(stage: Stage): Promise<number> {
  const database = await stage.database();
  const { token, certificate } = await signUp(database, { name: "again", events: 8 });
  const member = visitor(await stage.server(), token);
  const [ours, theirs] = [`/certificates/${certificate}/pdf`, `/${staticFile}`];
  const [issued, copied] = [await member.get(ours), await member.get(theirs)];
  if (!Buffer.from(issued.body).equals(Buffer.from(copied.body))) {
    throw new Error("The certificate and the static file differ.");
  }
  return ratioOf(
    "certificate-again",
    () => member.get(ours),
    () => member.get(theirs),
  );
}
