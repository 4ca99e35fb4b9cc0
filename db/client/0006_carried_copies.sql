-- Sealed copies of other devices' outboxes that this one brings to the server. Their files are
-- Salinan/Bawaan/<sha256>; this device cannot read them.
CREATE TABLE carried_copy (
  sha256          TEXT    NOT NULL PRIMARY KEY,
  device_no       INTEGER NOT NULL,             -- whose records they are, as that device says
  records         INTEGER NOT NULL,             -- likewise
  taken_at_ms     INTEGER NOT NULL,
  delivered_at_ms INTEGER,                      -- NULL until the server said that it has them
  receipt         TEXT,                         -- its answer; set exactly when delivered
  trouble         TEXT                          -- why the last try failed; NULL before one did
) STRICT;

-- What goes back to a restored server is counted with every change of the outbox.
CREATE INDEX outbox_returning ON outbox (position) WHERE state = 'pending' AND was_applied = 1;
