import type { Decider } from '../event/decider'
import { decide, type LedgerImportCommand } from './decide-ledger-import-command'
import { evolve } from './evolve-ledger-import'
import type { ImportEvent } from './import-event'
import type { ImportRefusal } from './ledger-import-refusal'
import { notStartedImport, type ImportState } from './ledger-import-state'

/** The import of one ledger: started, continued, and finished once with every row accounted for. */
export const ledgerImportDecider: Decider<LedgerImportCommand, ImportState, ImportEvent, ImportRefusal> = {
  initial: notStartedImport,
  evolve,
  decide,
}
