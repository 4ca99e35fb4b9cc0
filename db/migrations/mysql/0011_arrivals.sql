ALTER TABLE lock_records DROP INDEX lock_records_received;
