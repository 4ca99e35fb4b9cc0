DROP INDEX lock_records_received;
