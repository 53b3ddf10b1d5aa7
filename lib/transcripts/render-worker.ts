import { answerWith } from "@/lib/drawing/answers";
import { renderTranscript } from "@/lib/transcripts/pdf";

answerWith(renderTranscript);
