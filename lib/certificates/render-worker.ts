import { renderCertificate } from "@/lib/certificates/pdf";
import { answerWith } from "@/lib/drawing/answers";

answerWith(renderCertificate);
