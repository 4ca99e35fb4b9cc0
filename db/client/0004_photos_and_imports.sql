-- Photos are files; this is the queue of their uploads.
CREATE TABLE photo (
  sha256         TEXT    PRIMARY KEY,  -- lower-case hex; also the file's name
  kind           TEXT    NOT NULL CHECK (kind IN ('entry', 'exit')),
  size_bytes     INTEGER NOT NULL,
  added_at_ms    INTEGER NOT NULL,
  uploaded_at_ms INTEGER               -- NULL: waits
) STRICT;
CREATE INDEX photo_waiting ON photo (added_at_ms) WHERE uploaded_at_ms IS NULL;

-- Files that were taken over from an offline_data folder; outlives the outbox rows, so that importing again is harmless.
CREATE TABLE imported_file (
  submission_id  TEXT    PRIMARY KEY,
  kind           TEXT    NOT NULL CHECK (kind IN ('entry', 'exit')),
  session_id     TEXT    NOT NULL,
  file_name      TEXT    NOT NULL,
  imported_at_ms INTEGER NOT NULL,
  UNIQUE (kind, session_id)
) STRICT;
