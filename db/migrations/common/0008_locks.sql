-- Locks and gateways as the cloud tells of them; their names and gates stand in the configuration.
CREATE TABLE locks (
  id VARCHAR(64) NOT NULL PRIMARY KEY,
  alias VARCHAR(500) NOT NULL,
  mac VARCHAR(64) NOT NULL,
  battery INTEGER,
  state VARCHAR(16) NOT NULL,
  clock_offset_ms BIGINT,
  clock_measured_at BIGINT,
  last_record_at BIGINT,
  last_heard_at BIGINT,
  discovered_at BIGINT
);

CREATE TABLE gateways (
  id VARCHAR(64) NOT NULL PRIMARY KEY,
  name VARCHAR(500) NOT NULL,
  mac VARCHAR(64) NOT NULL,
  network VARCHAR(500) NOT NULL,
  is_online INTEGER NOT NULL,
  since BIGINT NOT NULL,
  last_seen BIGINT NOT NULL,
  late_records BIGINT NOT NULL
);

CREATE TABLE lock_gateways (
  lock_id VARCHAR(64) NOT NULL,
  gateway_id VARCHAR(64) NOT NULL,
  rssi INTEGER NOT NULL,
  seen_at BIGINT NOT NULL,
  PRIMARY KEY (lock_id, gateway_id)
);

-- Append-only, but for what a later source adds: cloud_record_id and opening_id.
CREATE TABLE lock_records (
  record_no INTEGER NOT NULL PRIMARY KEY,
  id VARCHAR(36) NOT NULL UNIQUE,
  lock_id VARCHAR(64) NOT NULL,
  natural_key VARCHAR(200) NOT NULL,
  occurrence INTEGER NOT NULL,
  cloud_record_id BIGINT,
  type INTEGER NOT NULL,
  type_from_lock INTEGER NOT NULL,
  is_success INTEGER NOT NULL,
  who VARCHAR(500) NOT NULL,
  credential_digest VARCHAR(64),
  credential_tail VARCHAR(8) NOT NULL,
  battery INTEGER,
  lock_at BIGINT NOT NULL,
  server_at BIGINT,
  received_at BIGINT NOT NULL,
  corrected_at BIGINT NOT NULL,
  source VARCHAR(16) NOT NULL,
  late_by_ms BIGINT NOT NULL,
  batch_size INTEGER NOT NULL,
  opening_id VARCHAR(36),
  UNIQUE (natural_key, occurrence)
);
CREATE INDEX lock_records_corrected ON lock_records (lock_id, corrected_at);
CREATE INDEX lock_records_lock_at ON lock_records (lock_id, lock_at);
CREATE INDEX lock_records_received ON lock_records (received_at);

CREATE TABLE lock_gaps (
  gap_no INTEGER NOT NULL PRIMARY KEY,
  source VARCHAR(100) NOT NULL,
  began_at BIGINT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX lock_gaps_ended ON lock_gaps (ended_at, source);

CREATE TABLE lock_scans (
  id VARCHAR(36) NOT NULL PRIMARY KEY,
  lock_id VARCHAR(64) NOT NULL,
  why VARCHAR(16) NOT NULL,
  window_from BIGINT NOT NULL,
  window_to BIGINT NOT NULL,
  next_page INTEGER NOT NULL,
  found BIGINT NOT NULL,
  added BIGINT NOT NULL,
  state VARCHAR(16) NOT NULL,
  requested_by VARCHAR(64) NOT NULL,
  started_at BIGINT NOT NULL,
  ended_at BIGINT,
  detail VARCHAR(500) NOT NULL
);
CREATE INDEX lock_scans_state ON lock_scans (state, window_to);
CREATE INDEX lock_scans_lock ON lock_scans (lock_id, started_at);

-- How much of the month's allowance was reserved.
CREATE TABLE cloud_calls (
  call_month VARCHAR(7) NOT NULL PRIMARY KEY,
  calls BIGINT NOT NULL
);

CREATE TABLE intake_rejects (
  reject_no INTEGER NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  why VARCHAR(500) NOT NULL,
  masked TEXT NOT NULL
);
CREATE INDEX intake_rejects_at ON intake_rejects (at);

CREATE TABLE intake_notices (
  notice_no INTEGER NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  notice_type VARCHAR(64) NOT NULL,
  masked TEXT NOT NULL
);

CREATE TABLE openings (
  id VARCHAR(36) NOT NULL PRIMARY KEY,
  lock_id VARCHAR(64) NOT NULL,
  gate_id VARCHAR(64) NOT NULL,
  at BIGINT NOT NULL,
  state VARCHAR(16) NOT NULL,
  record_id VARCHAR(36),
  cause VARCHAR(16) NOT NULL,
  session_id VARCHAR(36),
  command_id VARCHAR(36),
  who VARCHAR(500) NOT NULL,
  note VARCHAR(500) NOT NULL,
  judge_after BIGINT,
  alert_id VARCHAR(36)
);
CREATE INDEX openings_lock ON openings (lock_id, at);

ALTER TABLE alerts ADD COLUMN gateway_id VARCHAR(64);
