-- The history of the whole server: what clients resume from.
CREATE TABLE meta (
  name VARCHAR(32) NOT NULL PRIMARY KEY,
  content TEXT NOT NULL
);

CREATE TABLE journal (
  seq INTEGER NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  topic VARCHAR(16) NOT NULL,
  kind VARCHAR(32) NOT NULL,
  content TEXT NOT NULL
);
