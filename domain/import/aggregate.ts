import type { Aggregate } from '../command-handling/aggregate'
import type { LedgerImportCommand } from './decide'
import { importDecider } from './decider'
import type { ImportEvent } from './import-event'
import type { ImportRefusal } from './refusal'
import type { ImportState } from './state'

/** Imports have a stream each, in *circulation*, of two open events. */
export const ledgerImportAggregate: Aggregate<LedgerImportCommand, ImportState, ImportEvent, ImportRefusal> = {
  ...importDecider,
  log: 'circulation',
  category: 'import',
}
