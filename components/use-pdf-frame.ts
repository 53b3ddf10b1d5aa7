import { useEffect, useRef, useState } from "react";
import { documentPath, PDF_FRAME_PATH } from "@/lib/addresses";
import { PDF_FRAME_ASSET } from "@/lib/documents/rules";

const PATIENCE_MS = 30_000;

type View = {
  state: "opening" | "open" | "refused";
  pages: number;
  /** The page that stands drawn; 0: none yet. */
  shown: number;
};

const OPENING: View = { state: "opening", pages: 0, shown: 0 };
const REFUSED: View = { ...OPENING, state: "refused" };

/**
 * Hands a document to the frame, which may fetch nothing itself, and has it draw one page after the
 * other. What the frame says is believed as little as the document.
 */
export function usePdfFrame(documentId: string, wanted: { number: number; zoom: number }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const port = useRef<MessagePort>(undefined);
  const [view, setView] = useState(OPENING);
  const { number, zoom } = wanted;

  useEffect(() => () => port.current?.close(), []);

  useEffect(() => {
    if (view.state !== "opening") return;
    const waiting = setTimeout(() => setView(REFUSED), PATIENCE_MS);
    return () => clearTimeout(waiting);
  }, [view.state]);

  useEffect(() => {
    if (view.state === "open") port.current?.postMessage({ number, zoom });
  }, [view.state, number, zoom]);

  function hear({ data, ports }: MessageEvent) {
    const told: Readonly<Record<string, unknown>> = Object(data);
    const { asset, pages, shown } = told;
    if (typeof asset === "string") return handAsset(asset, ports[0]);
    if (isPage(pages)) return setView({ state: "open", pages, shown: 0 });
    if (isPage(shown)) return setView((before) => ({ ...before, shown }));
    setView(REFUSED);
  }

  /** Once: a frame that has gone to another page gets nothing. */
  async function hand() {
    if (port.current) return;
    const channel = new MessageChannel();
    port.current = channel.port1;
    port.current.onmessage = hear;
    const bytes = await fetchBytes(documentPath(documentId));
    if (!bytes) return setView(REFUSED);
    // The frame has no origin that could be named.
    frame.current?.contentWindow?.postMessage(bytes, "*", [channel.port2, bytes]);
  }

  return { frame, hand, view };
}

function isPage(told: unknown): told is number {
  return Number.isSafeInteger(told) && Number(told) > 0;
}

async function handAsset(asset: string, answer: MessagePort | undefined) {
  const isKnown = PDF_FRAME_ASSET.test(asset);
  answer?.postMessage(isKnown ? await fetchBytes(`${PDF_FRAME_PATH}/${asset}`) : null);
}

async function fetchBytes(path: string): Promise<ArrayBuffer | null> {
  try {
    const answer = await fetch(path);
    return answer.ok ? await answer.arrayBuffer() : null;
  } catch {
    return null;
  }
}
