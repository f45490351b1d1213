/** Settings of an SQLite file that differ between stores. */
export interface SqliteSettings {
  /** Ms to wait for a lock of another process. The whole process blocks meanwhile. */
  readonly busyTimeout: number
  /** Page size of a new durable file, in bytes. A file keeps the page size it was made with. */
  readonly pageSize: 1024 | 4096 | 8192
  /** Pages in the write-ahead log before a commit copies it into the file; 0 means never. */
  readonly checkpointPages: number
  /** Size of the page cache, in KiB. */
  readonly cacheKibibytes: number
  /** Whether deleted data is overwritten with zeros. */
  readonly secureDelete: 'on' | 'off'
  /** Exclusive: no other connection can open the file, and commits need no locks. */
  readonly locking: 'exclusive' | 'normal'
}

/**
 * A log: one thread writes it, another reads it, and nothing is ever deleted. With a long write-ahead log, pages that
 * change often are copied to the file less often. Larger pages make a commit of many events cheaper and cost nothing for
 * a single event (measured).
 */
export const eventLogSqliteSettings: SqliteSettings = {
  busyTimeout: 2000,
  pageSize: 8192,
  checkpointPages: 4000,
  cacheKibibytes: 16_384,
  secureDelete: 'off',
  locking: 'normal',
}

/**
 * A key store: small, and deleted data must be overwritten. Its rows are short and in random order, so a commit writes
 * about one page a row: with small pages it writes a quarter of the bytes.
 */
export const keyStoreFileSettings: SqliteSettings = {
  ...eventLogSqliteSettings,
  pageSize: 1024,
  checkpointPages: 16_000,
  secureDelete: 'on',
}

/** A read model, which can be rebuilt. `openWriteAheadLog` empties its write-ahead log; a commit never does. */
export const disposableDatabaseSettings: SqliteSettings = {
  ...eventLogSqliteSettings,
  pageSize: 4096,
  checkpointPages: 0,
  cacheKibibytes: 32_768,
  secureDelete: 'on',
}

/** The same files while an import writes them in bulk: it keeps less of them in memory, and nobody else opens them. */
export const bulkLogSettings: SqliteSettings = { ...eventLogSqliteSettings, cacheKibibytes: 8192, locking: 'exclusive' }
export const bulkKeyStoreSettings: SqliteSettings = {
  ...keyStoreFileSettings,
  cacheKibibytes: 4096,
  locking: 'exclusive',
}
export const bulkReadModelSettings: SqliteSettings = {
  ...disposableDatabaseSettings,
  locking: 'exclusive',
}
export const bulkScheduleSettings: SqliteSettings = { ...bulkReadModelSettings, cacheKibibytes: 8192 }
