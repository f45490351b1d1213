import type { Aggregate } from '../command-handling/aggregate'
import type { AccessRecorded } from './events/access-recorded'
import { decideRecordAccess, type AccessState, type RecordAccess } from './record-access'

/** Each opening of a record has a stream of its own, in *circulation*. */
export const accessAggregate: Aggregate<RecordAccess, AccessState, AccessRecorded, never> = {
  initial: { _tag: 'Unrecorded' },
  evolve: () => () => ({ _tag: 'Recorded' }),
  decide: decideRecordAccess,
  log: 'circulation',
  category: 'access',
}
