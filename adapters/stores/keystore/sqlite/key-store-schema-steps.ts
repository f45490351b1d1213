/**
 * One row a scope, stored in the order of its random id. `class` is a code, `certificate` and `scope` are the 16 bytes
 * of a UUID; a row without a slot is fenced. No column names the borrower of a scope.
 *
 * Wrapped keys are in a table of their own, in slots of a fixed length that are only ever overwritten. When SQLite splits
 * a page it leaves copies of rows in unused parts of it, which `secure_delete` does not overwrite; a row that keeps its
 * length is not moved, so a wrapped key is at one place in the file only.
 */
const keys = `
  CREATE TABLE library (id TEXT NOT NULL) STRICT;
  CREATE TABLE keys (
    scope       BLOB NOT NULL PRIMARY KEY,
    class       INTEGER NOT NULL,
    version     INTEGER NOT NULL,
    epoch       INTEGER NOT NULL,
    slot        INTEGER,
    fingerprint BLOB NOT NULL,
    certificate BLOB
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE slots (
    slot    INTEGER NOT NULL PRIMARY KEY,
    wrapped BLOB NOT NULL CHECK (length(wrapped) = 105)
  ) STRICT;
`

/** The oldest epoch in which keys are inserted: one row. */
const oldestEpoch = `
  CREATE TABLE oldest_epoch (epoch INTEGER NOT NULL) STRICT;
  INSERT INTO oldest_epoch VALUES (0);
`

/** The steps from an empty file to the newest version. A released step is never changed. */
export const keyStoreSchemaSteps: ReadonlyArray<string> = [keys, oldestEpoch]
