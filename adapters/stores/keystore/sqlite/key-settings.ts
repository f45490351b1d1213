import { forKeys, type Settings } from '../../sqlite/settings'

/** How the file of a key store is opened. Whoever waits for another process waits for 200 ms at most. */
export const keySettings: Settings = { ...forKeys, busyTimeout: 200 }
