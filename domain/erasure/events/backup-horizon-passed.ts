import { defineEvent, type EventOf } from '../../event/define-event'
import { backupHorizonFields } from '../backup-horizon'

/**
 * A wrapping key is destroyed, and the hardware module that made it attests so: no copy of the key store that was made
 * before it was retired can be unwrapped any more.
 */
export const BackupHorizonPassed = defineEvent('BackupHorizonPassed', 1, { open: backupHorizonFields, sealed: {} })
export type BackupHorizonPassed = EventOf<typeof BackupHorizonPassed>
