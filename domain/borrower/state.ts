import type { Remembered } from '../event/remembered'
import type { BlockId, BorrowerId, CardId, ContactId } from '../values/ids'
import type { HalfYear } from '../values/month'
import type { BlockReason } from '../policy/block-reason'
import type { Contact } from './contact'
import type { Preferences } from './person'

export interface CurrentContact {
  readonly contact: ContactId
  readonly details: Remembered<Contact>
}

/** A block that has not been lifted. */
export interface StandingBlock {
  readonly block: BlockId
  readonly reason: Remembered<BlockReason>
}

/** Nobody has registered under this id. */
export interface Unregistered {
  readonly _tag: 'Unregistered'
}

export interface Registered {
  readonly _tag: 'Registered'
  readonly borrower: BorrowerId
  readonly contact: CurrentContact
  readonly card: CardId
  readonly preferences: Remembered<Preferences>
  readonly blocks: ReadonlyArray<StandingBlock>
  /** The newest half-year in which the borrower registered or was seen. */
  readonly lastSeen: HalfYear
}

/** Asked to be forgotten, and will be within a minute. */
export interface ErasureRequested {
  readonly _tag: 'ErasureRequested'
  readonly borrower: BorrowerId
}

/** Did not use the library for years, and is forgotten with the month. */
export interface Lapsed {
  readonly _tag: 'Lapsed'
  readonly borrower: BorrowerId
}

export type BorrowerState = Unregistered | Registered | ErasureRequested | Lapsed

export const unregistered: Unregistered = { _tag: 'Unregistered' }
