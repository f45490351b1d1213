import type { Aggregate } from '../command-handling/aggregate'
import { decideRecordDisclosure, type RecordDisclosure } from './commands/record-disclosure'
import { initialDisclosureState, type DisclosureState } from './disclosure-state'
import type { DisclosureMade } from './events/disclosure-made'

/** Disclosures have a stream each, in *circulation*, of one event. */
export const disclosureAggregate: Aggregate<RecordDisclosure, DisclosureState, DisclosureMade, never> = {
  initial: initialDisclosureState,
  evolve: () => () => ({ _tag: 'Made' }),
  decide: decideRecordDisclosure,
  log: 'circulation',
  category: 'disclosure',
}
