import type { MessageKind } from '../../../domain/message/message-kind'
import type { Day } from '../../../domain/values/day'
import type * as Ids from '../../../domain/values/ids'
import type { BrokenPromise } from '../checks/broken-promise'
import type { OpenedEvent } from '../checks/read-logs'
import type { GroundTruth } from './ground-truth'

/** A message that the library made. */
export interface MadeMessage {
  readonly message: Ids.MessageId
  readonly borrower: Ids.BorrowerId
  readonly kind: MessageKind
}

/** What the library did by itself since the last midnight. */
export interface LearnedFacts {
  /** The day that is being closed. What is recorded after it belongs to its closing. */
  readonly day: Day
  readonly broken: BrokenPromise[]
  readonly made: MadeMessage[]
  /** The borrowers for whom a copy became ready: each is written to. */
  readonly ready: Ids.BorrowerId[]
  /** The scopes that were declared due, and those that a certificate names. */
  readonly declared: Set<string>
  readonly certified: Set<string>
  readonly absencesOver: Set<string>
  readonly guardianshipsOver: Set<string>
  readonly lapsed: Set<Ids.BorrowerId>
  readonly billed: Set<string>
  /** The openings of records that a closing has recorded, by borrower and reason. */
  readonly recorded: Set<string>
}

export const nothingLearned = (day: Day): LearnedFacts => ({
  day,
  ...{ broken: [], made: [], ready: [], declared: new Set(), certified: new Set(), absencesOver: new Set() },
  ...{ guardianshipsOver: new Set(), lapsed: new Set(), billed: new Set(), recorded: new Set() },
})

/** Notes what an event of the library says. */
export type Learn = (groundTruth: GroundTruth, facts: LearnedFacts, event: OpenedEvent) => void
