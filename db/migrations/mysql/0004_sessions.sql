CREATE INDEX sessions_open ON sessions (status, started_at);
CREATE INDEX sessions_open_plate ON sessions (plate_key, status);
CREATE INDEX sessions_orphan ON sessions (entry_device_no, entry_seq, status);
CREATE INDEX sessions_exited ON sessions (exited_at);
ALTER TABLE sessions MODIFY session_no BIGINT NOT NULL AUTO_INCREMENT;
