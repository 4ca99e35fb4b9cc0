-- The replica of sessions: what the server told, with this device's own changes on top.
CREATE TABLE session (
  id              TEXT    PRIMARY KEY,
  is_open         INTEGER NOT NULL,
  entered_at_ms   INTEGER,                     -- corrected; NULL when only the exit is known
  plate_key       TEXT    NOT NULL,            -- letters and digits; empty when the car has none
  entry_device_no INTEGER NOT NULL,
  entry_seq       INTEGER NOT NULL,
  server_version  INTEGER NOT NULL DEFAULT 0,  -- the greatest that the server told; 0: it told none
  stored_at_ms    INTEGER NOT NULL,            -- device clock
  body            TEXT    NOT NULL             -- the wire object
) STRICT;
-- Covers the search: only rows that match are looked up.
CREATE INDEX session_by_plate ON session (is_open DESC, entered_at_ms DESC, plate_key);
CREATE INDEX session_by_ticket ON session (entry_device_no, entry_seq);
