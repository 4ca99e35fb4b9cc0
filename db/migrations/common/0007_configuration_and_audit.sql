CREATE TABLE configs (
  version INTEGER NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  actor VARCHAR(64) NOT NULL,
  document TEXT NOT NULL
);

CREATE TABLE audit (
  id INTEGER NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  actor VARCHAR(64) NOT NULL,
  action VARCHAR(64) NOT NULL,
  entity VARCHAR(100) NOT NULL,
  content_before TEXT NOT NULL,
  content_after TEXT NOT NULL,
  reason VARCHAR(500) NOT NULL
);
CREATE INDEX audit_at ON audit (at);
