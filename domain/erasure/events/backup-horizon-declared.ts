import { defineEvent, type EventOf } from '../../event/define-event'
import { backupHorizonFields } from '../backup-horizon'

/**
 * The file of a wrapping key is deleted. Whoever copied the whole device, or the file, before can still unwrap what it
 * wrapped; nobody else can.
 */
export const BackupHorizonDeclared = defineEvent('BackupHorizonDeclared', 1, { open: backupHorizonFields, sealed: {} })
export type BackupHorizonDeclared = EventOf<typeof BackupHorizonDeclared>
