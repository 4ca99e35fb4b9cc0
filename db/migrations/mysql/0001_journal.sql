-- INTEGER has 32 bits here; on SQLite it must be spelled so to be the row's own key.
ALTER TABLE journal MODIFY seq BIGINT NOT NULL, MODIFY content MEDIUMTEXT NOT NULL;
