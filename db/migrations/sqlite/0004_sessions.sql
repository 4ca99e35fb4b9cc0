-- An entry touches as few trees as can be: what is inside has one small index that answers searches and counts alone,
-- and only what has left is in the large ones.
CREATE INDEX sessions_open ON sessions (plate_key, entry_zone_id, vehicle_type, started_at) WHERE status = 'open';
CREATE INDEX sessions_plate ON sessions (plate_key) WHERE status <> 'open';
CREATE INDEX sessions_exited ON sessions (exited_at) WHERE exited_at IS NOT NULL;
CREATE INDEX sessions_orphan ON sessions (entry_device_no, entry_seq) WHERE status = 'exit_only';
