-- Only what found no shift yet is ever looked for by number.
CREATE INDEX payments_unbound ON payments (device_no, device_seq) WHERE shift_id IS NULL;
