"use client";

import { useState } from "react";
import { documentPath, PDF_FRAME_PATH } from "@/lib/addresses";
import { Button } from "./button";
import { Notice } from "./notice";
import { useIsLive } from "./use-is-live";
import { usePdfFrame } from "./use-pdf-frame";

type Shown = { documentId: string; fileName: string };

/** A PDF in place, drawn in a frame without privileges, with its download beside it. */
export function PdfView({ documentId, fileName }: Shown) {
  return (
    <section aria-label={fileName} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="wrap-anywhere">{fileName}</h2>
        <a href={documentPath(documentId)} className="words-link text-body">
          Download<span className="sr-only"> {fileName}</span>
        </a>
      </div>
      {/* The frame is there once somebody listens to it. */}
      {useIsLive() ? <Pages documentId={documentId} fileName={fileName} /> : null}
    </section>
  );
}

const ZOOMS = [0.5, 0.75, 1, 1.5, 2, 3];
const WIDTH_OF_FRAME = 2;

function Pages({ documentId, fileName }: Shown) {
  const [number, setNumber] = useState(1);
  const [step, setStep] = useState(WIDTH_OF_FRAME);
  const zoom = ZOOMS[step] ?? 1;
  const { frame, hand, view } = usePdfFrame(documentId, { number, zoom });
  const { state, pages, shown } = view;
  if (state === "refused") {
    return (
      <Notice tone="warning">{`${fileName} can't be shown here. Download it to read it.`}</Notice>
    );
  }
  const turn = (to: number) => (to < 1 || to > pages ? undefined : () => setNumber(to));
  const magnify = (to: number) => (to in ZOOMS ? () => setStep(to) : undefined);
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <Control name="Previous page" act={turn(number - 1)} />
        <Control name="Next page" act={turn(number + 1)} />
        <p role="status" className="px-2 text-body">
          {state === "opening" ? `Opening ${fileName} …` : `Page ${number} of ${pages}`}
        </p>
        <Control name="Zoom out" act={magnify(step - 1)} />
        <Control name="Zoom in" act={magnify(step + 1)} />
        <p role="status" className="px-2 text-body">{`${zoom * 100}%`}</p>
      </div>
      <iframe
        ref={frame}
        onLoad={hand}
        src={PDF_FRAME_PATH}
        sandbox="allow-scripts"
        title={shown ? `${fileName}, page ${shown}` : fileName}
        className="h-[75vh] w-full rounded-soft border border-edge"
      />
    </>
  );
}

/** It keeps the focus where there is nothing to do. */
function Control({ name, act }: { name: string; act: (() => void) | undefined }) {
  return (
    <Button size="compact" aria-disabled={!act} onClick={act}>
      {name}
    </Button>
  );
}
