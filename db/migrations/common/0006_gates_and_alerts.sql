CREATE TABLE gates (
  id VARCHAR(64) NOT NULL PRIMARY KEY,
  mode VARCHAR(16) NOT NULL,
  opened_at BIGINT,
  open_outcome VARCHAR(16),
  open_cause VARCHAR(200)
);

CREATE TABLE gate_commands (
  id VARCHAR(36) NOT NULL PRIMARY KEY,
  gate_id VARCHAR(64) NOT NULL,
  state VARCHAR(16) NOT NULL,
  session_id VARCHAR(36),
  reason VARCHAR(200) NOT NULL,
  username VARCHAR(64) NOT NULL,
  requested_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  settled_at BIGINT,
  detail VARCHAR(500) NOT NULL
);
CREATE INDEX gate_commands_state ON gate_commands (state);

CREATE TABLE alerts (
  id VARCHAR(36) NOT NULL PRIMARY KEY,
  kind VARCHAR(32) NOT NULL,
  severity VARCHAR(16) NOT NULL,
  raised_at BIGINT NOT NULL,
  resolved_at BIGINT,
  session_id VARCHAR(36),
  other_session_id VARCHAR(36),
  device_id VARCHAR(36),
  gate_id VARCHAR(64),
  lock_id VARCHAR(64),
  submission_id VARCHAR(36),
  text_id VARCHAR(500) NOT NULL,
  text_en VARCHAR(500) NOT NULL,
  note VARCHAR(500) NOT NULL
);
CREATE INDEX alerts_raised ON alerts (raised_at);
CREATE INDEX alerts_session ON alerts (session_id);
CREATE INDEX alerts_device ON alerts (device_id);
