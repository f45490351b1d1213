import type { Decider } from '../event/decider'
import { decide, type ImportCommand } from './decide'
import { evolve } from './evolve'
import type { ImportEvent } from './import-event'
import type { ImportRefusal } from './refusal'
import { notStarted, type ImportState } from './state'

/** The reading-in of one ledger: started, resumed, and finished once with every row accounted for. */
export const importDecider: Decider<ImportCommand, ImportState, ImportEvent, ImportRefusal> = {
  initial: notStarted,
  evolve,
  decide,
}
