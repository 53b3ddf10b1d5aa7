-- Members are told 90, 30 and 7 days before a cycle ends what is left of its renewal.
-- AlterEnum
ALTER TYPE "message_kind" ADD VALUE 'cycle_ending';
