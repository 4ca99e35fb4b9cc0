-- How records came is counted without a look at them.
CREATE INDEX lock_records_arrived ON lock_records (received_at, lock_id, source, late_by_ms, batch_size, corrected_at);
