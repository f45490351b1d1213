import { bulkKeyStoreSettings, keyStoreFileSettings, type SqliteSettings } from '../../sqlite/sqlite-settings'

/** The wait for a lock of another process is short, because the whole thread blocks. */
const busyTimeout = 200

export const keyStoreSqliteSettings: SqliteSettings = { ...keyStoreFileSettings, busyTimeout }

export const bulkKeyStoreSqliteSettings: SqliteSettings = { ...bulkKeyStoreSettings, busyTimeout }
