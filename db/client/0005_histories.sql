-- A server that was restored from a backup is given back what it had accepted.
ALTER TABLE outbox ADD COLUMN was_applied INTEGER NOT NULL DEFAULT 0;   -- accepted in an earlier history
ALTER TABLE sync_history ADD COLUMN returned INTEGER NOT NULL DEFAULT 0; -- of sent and already_there: such ones
