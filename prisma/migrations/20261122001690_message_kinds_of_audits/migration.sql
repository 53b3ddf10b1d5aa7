-- Mails about the audit of a renewal. A value of an enum can be used only once it is committed.
ALTER TYPE "message_kind" ADD VALUE 'credit_audit';
ALTER TYPE "message_kind" ADD VALUE 'credit_audit_reminder';
