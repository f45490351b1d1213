import type { Decider } from '../event/decider'
import { decide, type LedgerImportCommand } from './decide'
import { evolve } from './evolve'
import type { ImportEvent } from './import-event'
import type { ImportRefusal } from './refusal'
import { notStartedImport, type ImportState } from './state'

/** The import of one ledger: started, continued, and finished once with every row accounted for. */
export const importDecider: Decider<LedgerImportCommand, ImportState, ImportEvent, ImportRefusal> = {
  initial: notStartedImport,
  evolve,
  decide,
}
