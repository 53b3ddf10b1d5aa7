import { type RefObject, useEffect, useRef, useState } from "react";
import type { Preview } from "@/lib/reports/wording";
import { previewReportAction } from "./actions";

const PAUSE_MS = 300;

/** Asks what saving would do when typing pauses; of the answers the one to the latest question stands. */
export function useEffectPreview(form: RefObject<HTMLFormElement | null>) {
  const [preview, setPreview] = useState<Preview>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(0);

  useEffect(() => () => clearTimeout(waiting.current), []);

  function look() {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(async () => {
      if (!form.current) return;
      const fields = new FormData(form.current);
      fields.delete("files");
      asked.current += 1;
      const question = asked.current;
      // Offline, or signed out meanwhile: saving will say so, an effect is only shown when known.
      const answer = await previewReportAction(fields).catch(() => null);
      if (question === asked.current) setPreview(answer);
    }, PAUSE_MS);
  }

  return { preview, look };
}
