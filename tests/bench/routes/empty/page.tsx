import { requireActor } from "@/lib/session";

/** What a page costs that says nothing: session, layout, React. */
export default async function Empty() {
  await requireActor();
  return null;
}
