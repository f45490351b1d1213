import type { FeeDetails, FeeState } from '../../fee/fee-state'
import { factsOfPart, openFacts, type ReplayFact } from '../replay-fact'
import type { WhyUnread } from '../scope-readings'

const debtFacts = factsOfPart<FeeDetails>({
  borrower: ({ borrower }) => borrower,
  amount: ({ amount }) => amount,
  copies: ({ copies }) => copies,
  collection: ({ collection }) => collection._tag,
})

/** What a replay says of a fee or a reimbursement. `amount` is in øre. */
export const factsOfFee = (state: FeeState, whyUnread: WhyUnread): ReadonlyArray<ReplayFact> => {
  switch (state._tag) {
    case 'Unlevied':
      return openFacts({ state: state._tag })
    case 'Owed': {
      const { fee, kind, owedUntil, ending = null, debt } = state
      return [...openFacts({ state: state._tag, kind, owedUntil, ending }), ...debtFacts(debt, whyUnread('fee', fee))]
    }
    case 'Granted': {
      const { fee, kind, ending = null, debt } = state
      return [...openFacts({ state: state._tag, kind, ending }), ...debtFacts(debt, whyUnread('fee', fee))]
    }
    case 'Settled': {
      const { kind, settledOn, ending = null } = state
      return openFacts({ state: state._tag, kind, settledOn, ending })
    }
  }
}
