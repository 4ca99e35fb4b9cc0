CREATE TABLE sessions (
  session_no INTEGER NOT NULL PRIMARY KEY,
  id VARCHAR(36) NOT NULL UNIQUE,
  ticket_no VARCHAR(32) NOT NULL,
  status VARCHAR(16) NOT NULL,
  plate VARCHAR(40) NOT NULL,
  plate_key VARCHAR(16) NOT NULL,
  plate_reason VARCHAR(200),
  vehicle_type VARCHAR(8) NOT NULL,
  started_at BIGINT NOT NULL,
  entered_at BIGINT,
  entry_uncertainty_ms BIGINT NOT NULL,
  entry_received_at BIGINT,
  entry_gate_id VARCHAR(64) NOT NULL,
  entry_zone_id VARCHAR(64) NOT NULL,
  entry_device_no INTEGER NOT NULL,
  entry_seq BIGINT NOT NULL,
  exited_at BIGINT,
  exit_uncertainty_ms BIGINT NOT NULL,
  exit_gate_id VARCHAR(64) NOT NULL,
  fee BIGINT,
  charged BIGINT,
  tariff_version INTEGER NOT NULL,
  photo_in VARCHAR(64),
  photo_out VARCHAR(64),
  photo_pending INTEGER NOT NULL,
  flags VARCHAR(200) NOT NULL,
  merged_into VARCHAR(36),
  version BIGINT NOT NULL
);
CREATE INDEX sessions_started ON sessions (started_at);

CREATE TABLE photos (
  sha256 VARCHAR(64) NOT NULL PRIMARY KEY,
  size_bytes BIGINT NOT NULL,
  media_type VARCHAR(32) NOT NULL,
  arrived_at BIGINT NOT NULL
);

CREATE TABLE wanted_photos (
  sha256 VARCHAR(64) NOT NULL,
  session_id VARCHAR(36) NOT NULL,
  PRIMARY KEY (sha256, session_id)
);
