CREATE INDEX payments_unbound ON payments (device_no, device_seq);
ALTER TABLE payments MODIFY payment_no BIGINT NOT NULL AUTO_INCREMENT;
