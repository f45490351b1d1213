/** Settings of an SQLite file that differ between stores. */
export interface SqliteSettings {
  /** Ms to wait for a lock of another process. The whole process blocks meanwhile. */
  readonly busyTimeout: number
  /** Page size of a new durable file, in bytes. A file keeps the page size it was made with. */
  readonly pageSize: 4096 | 8192
  /** Pages in the write-ahead log before it is copied into the file. */
  readonly checkpointPages: number
  /** Size of the page cache, in KiB. */
  readonly cacheKibibytes: number
  /** Whether deleted data is overwritten with zeros. */
  readonly secureDelete: 'on' | 'off'
  /** Exclusive: no other connection can open the file, and commits need no locks. */
  readonly locking: 'exclusive' | 'normal'
}

/**
 * A log: one writer, nothing is ever deleted. With a long write-ahead log, pages that change often are copied to the file
 * less often. Larger pages make a commit of many events cheaper and cost nothing for a single event (measured).
 */
export const logSettings: SqliteSettings = {
  busyTimeout: 2000,
  pageSize: 8192,
  checkpointPages: 4000,
  cacheKibibytes: 65_536,
  secureDelete: 'off',
  locking: 'exclusive',
}

/** A key store: small, and deleted data must be overwritten. */
export const keyStoreSettings: SqliteSettings = {
  ...logSettings,
  pageSize: 4096,
  secureDelete: 'on',
  locking: 'normal',
}

/**
 * A read model, which can be rebuilt. It is committed in large transactions, and requests wait while pages are copied to
 * the file: so few pages at a time (measured: a fifth of the wait, and as many lends a second).
 */
export const disposableSettings: SqliteSettings = {
  ...logSettings,
  pageSize: 4096,
  checkpointPages: 1000,
  secureDelete: 'on',
  locking: 'normal',
}
