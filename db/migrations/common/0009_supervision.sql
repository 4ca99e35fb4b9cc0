-- What supervisors look for: who recorded a stay, what needs a person's eye, and counts per hour that are kept with each
-- write instead of being counted over the history.
ALTER TABLE sessions ADD COLUMN entry_by VARCHAR(64) NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN exit_by VARCHAR(64) NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN is_notable INTEGER NOT NULL DEFAULT 0;

ALTER TABLE openings ADD COLUMN verdict VARCHAR(16);
ALTER TABLE openings ADD COLUMN verdict_note VARCHAR(500);
ALTER TABLE openings ADD COLUMN judged_by VARCHAR(64);
ALTER TABLE openings ADD COLUMN judged_at BIGINT;
CREATE INDEX openings_at ON openings (at);

-- What a merge changed, so that it can be taken back.
CREATE TABLE merges (
  drop_id VARCHAR(36) NOT NULL PRIMARY KEY,
  keep_id VARCHAR(36) NOT NULL,
  at BIGINT NOT NULL,
  actor VARCHAR(64) NOT NULL,
  drop_status VARCHAR(16) NOT NULL,
  took_exit INTEGER NOT NULL,
  keep_version BIGINT NOT NULL,
  undone_at BIGINT
);
CREATE TABLE merged_parts (
  drop_id VARCHAR(36) NOT NULL,
  kind VARCHAR(16) NOT NULL,
  part_id VARCHAR(36) NOT NULL,
  PRIMARY KEY (drop_id, kind, part_id)
);

CREATE INDEX alerts_kind ON alerts (kind, raised_at);
CREATE INDEX alerts_kind_open ON alerts (kind, resolved_at, raised_at);
CREATE INDEX alerts_unresolved ON alerts (resolved_at, raised_at);
CREATE INDEX audit_action ON audit (action, at);
CREATE INDEX gate_commands_requested ON gate_commands (requested_at);
