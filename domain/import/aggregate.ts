import type { Aggregate } from '../command-handling/aggregate'
import type { ImportCommand } from './decide'
import { importDecider } from './decider'
import type { ImportEvent } from './import-event'
import type { ImportRefusal } from './refusal'
import type { ImportState } from './state'

/** Imports have a stream each, in *circulation*, of two open events. */
export const ledgerImportAggregate: Aggregate<ImportCommand, ImportState, ImportEvent, ImportRefusal> = {
  ...importDecider,
  log: 'circulation',
  category: 'import',
}
