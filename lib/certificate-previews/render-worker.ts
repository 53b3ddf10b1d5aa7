import { type CertificateSource, renderCertificate } from "@/lib/certificates/pdf";
import { answerWith } from "@/lib/drawing/answers";
import { printedFacts } from "@/lib/drawing/printed";

answerWith(({ facts, logo }: CertificateSource) =>
  renderCertificate({ facts: printedFacts(facts), logo }, "Preview"),
);
