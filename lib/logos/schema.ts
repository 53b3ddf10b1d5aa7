import { z } from "zod";
import { seen } from "@/lib/form-fields";

/** The association does without a logo; what the form showed goes with it. */
export const removeLogoSchema = z.object({ seen });
