import { answerWith } from "@/lib/drawing/answers";
import { renderReceipt } from "@/lib/receipts/pdf";

answerWith(renderReceipt);
