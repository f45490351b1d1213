/**
 * One row a scope, in the order of its random id and no other. `class` is a code, `certificate` and `scope` are the
 * 16 bytes of a UUID; a row without a slot is fenced. Whose a scope is stands in no column.
 *
 * Wrapped keys have a table of their own, in slots that are made empty and only ever overwritten by as many bytes.
 * SQLite leaves copies of a row behind in unused room of a page when it splits one, and `secure_delete` does not
 * reach them; a row that keeps its length stays where it is, and so a wrapped key has stood in one place only.
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

/** The steps from an empty file to the newest form. A step, once released, is never changed. */
export const schema: ReadonlyArray<string> = [keys]
