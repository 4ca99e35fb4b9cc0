-- What people recorded on this device, until the server applied it and a while longer.
-- Ids are 36-character UUIDs; times are UTC milliseconds of the device's clock.

-- One row, counted up in the transaction that uses the number, so that numbers are gapless.
CREATE TABLE device_counter (
  only_row        INTEGER PRIMARY KEY CHECK (only_row = 1),
  next_device_seq INTEGER NOT NULL CHECK (next_device_seq >= 1)
) STRICT;
INSERT INTO device_counter VALUES (1, 1);

CREATE TABLE outbox (
  position      INTEGER PRIMARY KEY AUTOINCREMENT,  -- order of creation; never used again
  id            TEXT    NOT NULL UNIQUE,
  device_seq    INTEGER UNIQUE,                     -- NULL when the log-in had no device
  session_id    TEXT,                               -- the session that this record changes, if any
  state         TEXT    NOT NULL CHECK (state IN ('pending', 'applied', 'quarantined')),
  created_at_ms INTEGER NOT NULL,
  settled_at_ms INTEGER,                            -- set exactly when not pending
  is_duplicate  INTEGER NOT NULL DEFAULT 0,         -- the server had it already
  why_code      TEXT,                               -- of a quarantine
  why_message   TEXT,
  why_field     TEXT,
  username      TEXT    NOT NULL,                   -- who recorded it
  summary       TEXT    NOT NULL,                   -- one line for lists
  submission    TEXT    NOT NULL,                   -- the wire frame; never changes
  accepted_data TEXT                                -- JSON of the server's answer
) STRICT;
CREATE INDEX outbox_by_state ON outbox (state, position);
CREATE INDEX outbox_by_session ON outbox (session_id, state);

-- depends_on may name a record that was cleaned away: then it was applied.
CREATE TABLE outbox_dependency (
  position   INTEGER NOT NULL REFERENCES outbox (position) ON DELETE CASCADE,
  depends_on TEXT    NOT NULL,
  UNIQUE (position, depends_on)
) STRICT;
CREATE INDEX outbox_dependency_by_id ON outbox_dependency (depends_on);
