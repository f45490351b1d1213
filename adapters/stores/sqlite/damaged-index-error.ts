/**
 * The error of a lookup that an index answers otherwise than its table. It has SQLite's code for that, and concerns one
 * statement: see `isSqliteSystemFailure`.
 */
export const createDamagedIndexError = (): Error =>
  Object.assign(new Error('an index does not agree with its table'), { code: 'SQLITE_CORRUPT_INDEX' })
