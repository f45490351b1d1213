/**
 * Tiles hold hashes one after the other; the last tile of a level is replaced as it grows. The hashes of leaves are open:
 * a leaf has digests of open parts and of sealed bytes.
 */
export const createTreeTablesSql = `
  CREATE TABLE trees (log TEXT PRIMARY KEY, size INTEGER NOT NULL, position TEXT NOT NULL) WITHOUT ROWID, STRICT;
  CREATE TABLE tiles (
    log TEXT NOT NULL, level INTEGER NOT NULL, number INTEGER NOT NULL, hashes BLOB NOT NULL,
    PRIMARY KEY (log, level, number)
  ) STRICT;
  CREATE TABLE bundles (
    log TEXT NOT NULL, number INTEGER NOT NULL, after TEXT NOT NULL, PRIMARY KEY (log, number)
  ) WITHOUT ROWID, STRICT;
  CREATE TABLE closings (
    log TEXT NOT NULL, size INTEGER NOT NULL, closed TEXT NOT NULL, PRIMARY KEY (log, size)
  ) WITHOUT ROWID, STRICT;
`
