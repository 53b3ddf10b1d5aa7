-- The words of the next migration: an enum's new value can't be used where it is added.
ALTER TYPE "message_kind" ADD VALUE 'second_factor_changed';
ALTER TYPE "attempt_kind" ADD VALUE 'second_factor';
