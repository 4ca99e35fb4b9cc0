-- Small indexes over the few rows that matter: most sessions are closed, hardly any is an orphan.
CREATE INDEX sessions_open ON sessions (started_at) WHERE status = 'open';
CREATE INDEX sessions_open_plate ON sessions (plate_key) WHERE status = 'open';
CREATE INDEX sessions_orphan ON sessions (entry_device_no, entry_seq) WHERE status = 'exit_only';
CREATE INDEX sessions_exited ON sessions (exited_at) WHERE exited_at IS NOT NULL;
