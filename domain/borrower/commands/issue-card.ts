import { either as E } from 'fp-ts'
import type { BorrowerId, CardId } from '../../values/ids'
import { decideWhenRegistered, type DecideFromState } from '../decide-borrower-from-state'
import { CardIssued } from '../events/card-issued'
import { refuseBorrowerCommand } from '../borrower-refusal'

/** Issues a card (LånerID) to a borrower: a further one, or in place of another. */
export interface IssueCard {
  readonly type: 'IssueCard'
  readonly borrower: BorrowerId
  readonly card: CardId
  readonly number: string
  /** The card that is not used any more; null for a further card. */
  readonly replaces: CardId | null
}

/** Refused: `BorrowerIsUnknown`, `CardIsUnknown` (the borrower does not have the card that is to be replaced). */
export const decideIssueCard = ({ borrower, card, number, replaces }: IssueCard): DecideFromState =>
  decideWhenRegistered(({ cards }) =>
    replaces === null || cards.includes(replaces)
      ? E.right([CardIssued({ borrower, card, replaces }, { card: { number } })])
      : refuseBorrowerCommand('CardIsUnknown'),
  )
