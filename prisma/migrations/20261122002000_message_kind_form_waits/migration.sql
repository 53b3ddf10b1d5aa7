-- The officers of a local office hear of a form that waits for their signature.
ALTER TYPE "message_kind" ADD VALUE 'form_waits';
