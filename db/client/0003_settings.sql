-- Small things that survive: who is logged in, keys, the configuration, switches.
CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE sync_history (
  id             INTEGER PRIMARY KEY,
  started_at_ms  INTEGER NOT NULL,
  finished_at_ms INTEGER NOT NULL,
  sent           INTEGER NOT NULL,
  already_there  INTEGER NOT NULL,
  quarantined    INTEGER NOT NULL,
  failed         INTEGER NOT NULL,
  is_cancelled   INTEGER NOT NULL
) STRICT;
