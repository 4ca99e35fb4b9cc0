CREATE TABLE shifts (
  id VARCHAR(36) NOT NULL PRIMARY KEY,
  user_id VARCHAR(36) NOT NULL,
  username VARCHAR(64) NOT NULL,
  device_no INTEGER NOT NULL,
  opened_at BIGINT NOT NULL,
  opening_cash BIGINT NOT NULL,
  open_seq BIGINT NOT NULL,
  closed_at BIGINT,
  close_seq BIGINT,
  counted BIGINT,
  expected BIGINT,
  difference BIGINT,
  first_seq BIGINT NOT NULL,
  last_seq BIGINT NOT NULL,
  record_count BIGINT NOT NULL
);
CREATE INDEX shifts_owner ON shifts (device_no, username, opened_at);
CREATE INDEX shifts_opened ON shifts (opened_at);

-- Append-only: a payment is never changed, only bound to the shift that received it.
CREATE TABLE payments (
  payment_no INTEGER NOT NULL PRIMARY KEY,
  submission_id VARCHAR(36) NOT NULL,
  session_id VARCHAR(36) NOT NULL,
  shift_id VARCHAR(36) REFERENCES shifts (id),
  username VARCHAR(64) NOT NULL,
  device_no INTEGER NOT NULL,
  device_seq BIGINT NOT NULL,
  at BIGINT NOT NULL,
  method VARCHAR(16) NOT NULL,
  amount BIGINT NOT NULL,
  tendered BIGINT,
  reference VARCHAR(200)
);
CREATE INDEX payments_shift ON payments (shift_id);
CREATE INDEX payments_session ON payments (session_id);
