/** How a file is opened, besides what its kind asks for. */
export interface Settings {
  /** How long to wait for a lock that another process holds, in ms. The process stands still meanwhile. */
  readonly busyTimeout: number
  /** How large the write-ahead log grows before it is copied into the file, in pages of 4 KiB. */
  readonly checkpointPages: number
  /** How much of the file is kept in memory, in KiB. */
  readonly cacheKibibytes: number
  /** Whether what is deleted is overwritten with zeros at once. */
  readonly secureDelete: 'on' | 'off'
  /** Whether this connection keeps every other one out for as long as it is open; that spares each commit its locks. */
  readonly locking: 'exclusive' | 'normal'
}

/** A log: one writer, and nothing in it is ever deleted. A long write-ahead log lets hot pages be written once and not many times. */
export const forLog: Settings = {
  busyTimeout: 2000,
  checkpointPages: 4000,
  cacheKibibytes: 65_536,
  secureDelete: 'off',
  locking: 'exclusive',
}

/** A store of keys: small, and what is deleted must be gone. */
export const forKeys: Settings = { ...forLog, checkpointPages: 1000, secureDelete: 'on', locking: 'normal' }

/** A read model: can be thrown away and rebuilt. */
export const forDisposable: Settings = { ...forLog, secureDelete: 'on', locking: 'normal' }
