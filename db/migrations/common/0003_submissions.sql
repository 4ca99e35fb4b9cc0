-- What every submission was answered, for ever: the same id gets the same answer.
CREATE TABLE submissions (
  submission_no INTEGER NOT NULL PRIMARY KEY,
  id VARCHAR(36) NOT NULL UNIQUE,
  digest VARCHAR(64) NOT NULL,
  device_no INTEGER,
  device_seq BIGINT,
  kind VARCHAR(16) NOT NULL,
  username VARCHAR(64) NOT NULL,
  taken_at BIGINT NOT NULL,
  clock_offset_ms BIGINT NOT NULL,
  clock_source VARCHAR(16) NOT NULL,
  corrected_at BIGINT NOT NULL,
  uncertainty_ms BIGINT NOT NULL,
  received_at BIGINT NOT NULL,
  is_offline INTEGER NOT NULL,
  session_id VARCHAR(36),
  refusal_code VARCHAR(32),
  refusal_message VARCHAR(500),
  refusal_field VARCHAR(100),
  journal_seq BIGINT NOT NULL,
  answer TEXT NOT NULL
);
CREATE UNIQUE INDEX submissions_device_seq ON submissions (device_no, device_seq);
