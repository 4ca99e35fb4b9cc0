-- Hours in longer spans, so that a year is read in some thousands of rows, and plates by their endings. Both are filled a
-- piece at a time, by the program: see meta 'rolled_until' and 'plates_until'.
CREATE TABLE session_days (
  part BIGINT NOT NULL,
  gate_id VARCHAR(64) NOT NULL,
  vehicle_type VARCHAR(8) NOT NULL,
  entries BIGINT NOT NULL,
  exits BIGINT NOT NULL,
  orphans BIGINT NOT NULL,
  revenue BIGINT NOT NULL,
  fee BIGINT NOT NULL,
  free_exits BIGINT NOT NULL,
  lost_tickets BIGINT NOT NULL,
  differences BIGINT NOT NULL,
  undercharged BIGINT NOT NULL,
  no_photo BIGINT NOT NULL,
  stays BIGINT NOT NULL,
  stay_min BIGINT NOT NULL,
  PRIMARY KEY (part, gate_id, vehicle_type)
);
CREATE TABLE session_weeks (
  week BIGINT NOT NULL,
  hour BIGINT NOT NULL,
  gate_id VARCHAR(64) NOT NULL,
  vehicle_type VARCHAR(8) NOT NULL,
  username VARCHAR(64) NOT NULL,
  entries BIGINT NOT NULL,
  exits BIGINT NOT NULL,
  orphans BIGINT NOT NULL,
  revenue BIGINT NOT NULL,
  fee BIGINT NOT NULL,
  free_exits BIGINT NOT NULL,
  lost_tickets BIGINT NOT NULL,
  differences BIGINT NOT NULL,
  undercharged BIGINT NOT NULL,
  no_photo BIGINT NOT NULL,
  stays BIGINT NOT NULL,
  stay_min BIGINT NOT NULL,
  PRIMARY KEY (week, hour, gate_id, vehicle_type, username)
);
CREATE TABLE payment_days (
  day BIGINT NOT NULL,
  username VARCHAR(64) NOT NULL,
  method VARCHAR(16) NOT NULL,
  payments BIGINT NOT NULL,
  amount BIGINT NOT NULL,
  PRIMARY KEY (day, username, method)
);
CREATE TABLE plate_parts (
  part VARCHAR(16) NOT NULL,
  plate_key VARCHAR(16) NOT NULL,
  PRIMARY KEY (part, plate_key)
);
