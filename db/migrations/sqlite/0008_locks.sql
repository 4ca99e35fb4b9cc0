-- What waits, what is missing and what is unresolved is little, and asked for often.
CREATE INDEX openings_due ON openings (judge_after) WHERE judge_after IS NOT NULL;
CREATE INDEX openings_missing ON openings (at) WHERE state IN ('awaiting_record', 'no_opening');
CREATE INDEX openings_session ON openings (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX openings_command ON openings (command_id) WHERE command_id IS NOT NULL;
CREATE INDEX alerts_open ON alerts (kind, lock_id) WHERE resolved_at IS NULL;
