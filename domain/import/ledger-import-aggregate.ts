import type { Aggregate } from '../command-handling/aggregate'
import type { LedgerImportCommand } from './decide-ledger-import-command'
import { ledgerImportDecider } from './ledger-import-decider'
import type { ImportEvent } from './import-event'
import type { ImportRefusal } from './ledger-import-refusal'
import type { ImportState } from './ledger-import-state'

/** Imports have a stream each, in *circulation*, of two open events. */
export const ledgerImportAggregate: Aggregate<LedgerImportCommand, ImportState, ImportEvent, ImportRefusal> = {
  ...ledgerImportDecider,
  log: 'circulation',
  category: 'import',
}
