CREATE TABLE session_hours (
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
  PRIMARY KEY (hour, gate_id, vehicle_type, username)
);
CREATE TABLE payment_hours (
  hour BIGINT NOT NULL,
  username VARCHAR(64) NOT NULL,
  method VARCHAR(16) NOT NULL,
  payments BIGINT NOT NULL,
  amount BIGINT NOT NULL,
  PRIMARY KEY (hour, username, method)
);

UPDATE sessions SET is_notable = CASE WHEN status NOT IN ('open', 'closed') OR charged <> fee OR flags LIKE '%lost_ticket%' OR flags LIKE '%double_exit%'
  OR flags LIKE '%other_plate_at_exit%' OR flags LIKE '%review%' THEN 1 ELSE 0 END,
  entry_by = COALESCE((SELECT s.username FROM submissions AS s WHERE s.device_no = sessions.entry_device_no
    AND s.device_seq = sessions.entry_seq), '');
UPDATE sessions JOIN submissions AS s ON s.session_id = sessions.id SET sessions.exit_by = s.username
  WHERE s.kind = 'exit' AND s.refusal_code IS NULL AND sessions.exited_at IS NOT NULL;

REPLACE INTO session_hours
SELECT hour, gate_id, vehicle_type, username, SUM(entries), SUM(exits), SUM(orphans), SUM(revenue), SUM(fee), SUM(free_exits),
  SUM(lost_tickets), SUM(differences), SUM(undercharged), SUM(no_photo), SUM(stays), SUM(stay_min)
FROM (
  SELECT entered_at - entered_at % 3600000 AS hour, entry_gate_id AS gate_id, vehicle_type, entry_by AS username, 1 AS entries,
    0 AS exits, 0 AS orphans, 0 AS revenue, 0 AS fee, 0 AS free_exits, 0 AS lost_tickets, 0 AS differences, 0 AS undercharged,
    0 AS no_photo, 0 AS stays, 0 AS stay_min
  FROM sessions WHERE status IN ('open', 'closed') AND entered_at IS NOT NULL
  UNION ALL
  SELECT exited_at - exited_at % 3600000, exit_gate_id, vehicle_type, exit_by, 0,
    1, CASE WHEN status = 'exit_only' THEN 1 ELSE 0 END, COALESCE(charged, 0), COALESCE(fee, 0),
    CASE WHEN charged = 0 THEN 1 ELSE 0 END, CASE WHEN flags LIKE '%lost_ticket%' THEN 1 ELSE 0 END,
    CASE WHEN charged <> fee THEN 1 ELSE 0 END, CASE WHEN charged < fee THEN 1 ELSE 0 END,
    CASE WHEN photo_out IS NULL THEN 1 ELSE 0 END, CASE WHEN entered_at IS NULL THEN 0 ELSE 1 END,
    COALESCE(CAST((exited_at - entered_at - (exited_at - entered_at) % 60000) / 60000 AS SIGNED), 0)
  FROM sessions WHERE status IN ('closed', 'exit_only') AND exited_at IS NOT NULL
) AS shares GROUP BY hour, gate_id, vehicle_type, username;
REPLACE INTO payment_hours
SELECT at - at % 3600000, username, method, COUNT(*), SUM(amount) FROM payments GROUP BY 1, 2, 3;

CREATE INDEX sessions_notable ON sessions (is_notable, started_at);
CREATE INDEX sessions_notable_exit ON sessions (is_notable, exited_at);
CREATE INDEX openings_cause ON openings (cause, at);
CREATE INDEX submissions_offline ON submissions (is_offline, received_at, device_no, corrected_at, uncertainty_ms);
CREATE INDEX submissions_refused ON submissions (refusal_code, received_at, device_no);
CREATE INDEX gate_commands_manual ON gate_commands (session_id, requested_at);
