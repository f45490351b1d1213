/** How a file is opened, besides what its kind asks for. */
export interface Settings {
  /** How long to wait for a lock that another process holds, in ms. The process stands still meanwhile. */
  readonly busyTimeout: number
  /** The size of a page of a new file of truth, in bytes; a file keeps the size it was made with. */
  readonly pageSize: 1024 | 4096 | 8192
  /** How large the write-ahead log grows before it is copied into the file, in pages. */
  readonly checkpointPages: number
  /** How much of the file is kept in memory, in KiB. */
  readonly cacheKibibytes: number
  /** Whether what is deleted is overwritten with zeros at once. */
  readonly secureDelete: 'on' | 'off'
  /** Whether this connection keeps every other one out for as long as it is open; that spares each commit its locks. */
  readonly locking: 'exclusive' | 'normal'
}

/**
 * A log: one writer, and nothing in it is ever deleted. A long write-ahead log lets hot pages be written once and not
 * many times; larger pages make a commit of many events cheaper, and one of a single event no dearer (measured).
 */
export const forLog: Settings = {
  busyTimeout: 2000,
  pageSize: 8192,
  checkpointPages: 4000,
  cacheKibibytes: 65_536,
  secureDelete: 'off',
  locking: 'exclusive',
}

/**
 * A store of keys: small, and what is deleted must be gone. Its rows are short and stand in random order, so a commit
 * writes a page for nearly each: small pages write a quarter of the bytes.
 */
export const forKeys: Settings = {
  ...forLog,
  pageSize: 1024,
  checkpointPages: 16_000,
  secureDelete: 'on',
  locking: 'normal',
}

/**
 * A read model: can be thrown away and rebuilt. It is committed in large pieces, and whoever asks waits while pages are
 * copied into the file: so few at a time (measured: a fifth of the wait, and no fewer lends).
 */
export const forDisposable: Settings = {
  ...forLog,
  pageSize: 4096,
  checkpointPages: 1000,
  secureDelete: 'on',
  locking: 'normal',
}

/** The same files while an import writes them in bulk: it keeps less of them in memory. */
export const forLogInBulk: Settings = { ...forLog, cacheKibibytes: 16_384 }
export const forKeysInBulk: Settings = { ...forKeys, cacheKibibytes: 8192 }
export const forDisposableInBulk: Settings = { ...forDisposable, cacheKibibytes: 49_152 }
