import { answerWith } from "@/lib/drawing/answers";
import { renderForm } from "@/lib/reporting-forms/pdf";

answerWith(renderForm);
