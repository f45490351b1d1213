/** How a file is opened, besides what its kind asks for. */
export interface Settings {
  /** How long to wait for a lock that another process holds, in ms. The process stands still meanwhile. */
  readonly busyTimeout: number
  /** The size of a page of a new file of truth, in bytes; a file keeps the size it was made with. */
  readonly pageSize: 4096 | 8192
  /** How large the write-ahead log grows before a commit copies it into the file, in pages; 0 is never. */
  readonly checkpointPages: number
  /** How much of the file is kept in memory, in KiB. */
  readonly cacheKibibytes: number
  /** Whether what is deleted is overwritten with zeros at once. */
  readonly secureDelete: 'on' | 'off'
  /** Whether this connection keeps every other one out for as long as it is open; that spares each commit its locks. */
  readonly locking: 'exclusive' | 'normal'
}

/**
 * A log: one thread writes it, another reads it, and nothing in it is ever deleted. A long write-ahead log lets hot pages be written once and not
 * many times; larger pages make a commit of many events cheaper, and one of a single event no dearer (measured).
 */
export const forLog: Settings = {
  busyTimeout: 2000,
  pageSize: 8192,
  checkpointPages: 4000,
  cacheKibibytes: 65_536,
  secureDelete: 'off',
  locking: 'normal',
}

/** A store of keys: small, and what is deleted must be gone. */
export const forKeys: Settings = {
  ...forLog,
  pageSize: 4096,
  secureDelete: 'on',
}

/** A read model: can be thrown away and rebuilt. Its write-ahead log is emptied by `writeAheadLog`, never by a commit. */
export const forDisposable: Settings = {
  ...forLog,
  pageSize: 4096,
  checkpointPages: 0,
  secureDelete: 'on',
}
