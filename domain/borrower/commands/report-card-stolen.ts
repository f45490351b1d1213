import { either as E } from 'fp-ts'
import { pipe } from 'fp-ts/function'
import type { BlockId, BorrowerId, CardId } from '../../values/ids'
import type { Instant } from '../../values/instant'
import { decideWhenRegistered, type DecideFromState } from '../decide-borrower-from-state'
import { CardReportedStolen } from '../events/card-reported-stolen'
import { refuseBorrowerCommand } from '../borrower-refusal'
import type { RegisteredBorrower } from '../borrower-state'
import { decideBlockBorrower, isBlockedFor } from './block-borrower'

/** A card is reported stolen. It is not used any more, and the borrower is blocked at once (`O`) until staff lift the block. */
export interface ReportCardStolen {
  readonly type: 'ReportCardStolen'
  readonly borrower: BorrowerId
  readonly card: CardId
  /** The id of the block. */
  readonly block: BlockId
  readonly at: Instant
}

const blockFor =
  ({ borrower, block, at }: ReportCardStolen) =>
  (state: RegisteredBorrower) =>
    state.blocks.some(isBlockedFor('O'))
      ? E.right([])
      : decideBlockBorrower({ type: 'BlockBorrower', borrower, block, reason: 'O', note: null, at })(state)

/** Refused: `BorrowerIsUnknown`, `CardIsUnknown` (also when it was reported before). */
export const decideReportCardStolen = (command: ReportCardStolen): DecideFromState =>
  decideWhenRegistered((state) =>
    state.cards.includes(command.card)
      ? pipe(
          state,
          blockFor(command),
          E.map((blocked) => [CardReportedStolen({ borrower: command.borrower, card: command.card }, {}), ...blocked]),
        )
      : refuseBorrowerCommand('CardIsUnknown'),
  )
