import { migrateSqliteSchema } from '../../sqlite/migrate-sqlite-schema'

/**
 * One file a log. A repeat is looked up within its stream, so ids need no index. `recorded` is the only column with a
 * time: a day in circulation, a month in persons.
 */
const first = `
CREATE TABLE streams (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE events (
  position INTEGER PRIMARY KEY,
  stream INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  id BLOB NOT NULL,
  type TEXT NOT NULL,
  version INTEGER NOT NULL,
  recorded TEXT NOT NULL,
  open TEXT NOT NULL,
  sealed BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX events_by_stream ON events (stream, revision);
CREATE TABLE checkpoints (
  reactor TEXT PRIMARY KEY,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`

/** The message authentication code of an event. NULL in events that are older than the codes. */
const codes = 'ALTER TABLE events ADD COLUMN code BLOB'

/** Migrates a log's file to the newest version. */
export const migrateSqliteLogSchema = migrateSqliteSchema([first, codes])
