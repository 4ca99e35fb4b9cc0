CREATE INDEX sessions_open ON sessions (status, plate_key);
CREATE INDEX sessions_plate ON sessions (plate_key);
CREATE INDEX sessions_exited ON sessions (exited_at);
CREATE INDEX sessions_orphan ON sessions (entry_device_no, entry_seq, status);
ALTER TABLE sessions MODIFY session_no BIGINT NOT NULL AUTO_INCREMENT;
