import { keyStoreSettings, type SqliteSettings } from '../../sqlite/sqlite-settings'

/** The wait for a lock of another process is short, because the whole thread blocks. */
export const keySettings: SqliteSettings = { ...keyStoreSettings, busyTimeout: 200 }
