CREATE TABLE users (
  id VARCHAR(36) NOT NULL PRIMARY KEY,
  username VARCHAR(64) NOT NULL UNIQUE,
  full_name VARCHAR(200) NOT NULL,
  user_role VARCHAR(16) NOT NULL,
  password_hash VARCHAR(200) NOT NULL,
  is_disabled INTEGER NOT NULL,
  changed_at BIGINT NOT NULL
);

CREATE TABLE devices (
  id VARCHAR(36) NOT NULL PRIMARY KEY,
  device_no INTEGER UNIQUE,
  label VARCHAR(200) NOT NULL,
  status VARCHAR(16) NOT NULL,
  public_key VARCHAR(64) NOT NULL,
  first_seen BIGINT NOT NULL,
  approved_at BIGINT,
  revoked_at BIGINT,
  last_seen BIGINT
);

CREATE TABLE device_gaps (
  device_no INTEGER NOT NULL,
  first_seq BIGINT NOT NULL,
  last_seq BIGINT NOT NULL,
  PRIMARY KEY (device_no, first_seq)
);

CREATE TABLE tokens (
  token_hash VARCHAR(64) NOT NULL PRIMARY KEY,
  user_id VARCHAR(36) NOT NULL REFERENCES users (id),
  device_id VARCHAR(36) REFERENCES devices (id),
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX tokens_user ON tokens (user_id);
CREATE INDEX tokens_device ON tokens (device_id);

CREATE TABLE enrolments (
  code_hash VARCHAR(64) NOT NULL PRIMARY KEY,
  expires_at BIGINT NOT NULL
);
