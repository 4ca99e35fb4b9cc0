CREATE INDEX openings_due ON openings (judge_after);
CREATE INDEX openings_missing ON openings (state, at);
CREATE INDEX openings_session ON openings (session_id);
CREATE INDEX openings_command ON openings (command_id);
CREATE INDEX alerts_open ON alerts (kind, lock_id, resolved_at);
ALTER TABLE lock_records MODIFY record_no BIGINT NOT NULL AUTO_INCREMENT;
ALTER TABLE lock_gaps MODIFY gap_no BIGINT NOT NULL AUTO_INCREMENT;
ALTER TABLE intake_rejects MODIFY reject_no BIGINT NOT NULL AUTO_INCREMENT, MODIFY masked MEDIUMTEXT NOT NULL;
ALTER TABLE intake_notices MODIFY notice_no BIGINT NOT NULL AUTO_INCREMENT, MODIFY masked MEDIUMTEXT NOT NULL;
