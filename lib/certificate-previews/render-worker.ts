import { renderCertificate } from "@/lib/certificates/pdf";
import { answerWith } from "@/lib/drawing/answers";
import { printedFacts } from "@/lib/drawing/printed";

answerWith((facts: Parameters<typeof renderCertificate>[0]) =>
  renderCertificate(printedFacts(facts), "Preview"),
);
