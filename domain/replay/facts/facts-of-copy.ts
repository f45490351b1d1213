import {
  isReservedCopy,
  type CopyState,
  type KnownCopy,
  type LoanDetails,
  type ReservedFor,
} from '../../copy/copy-state'
import { factsOfPart, openFacts, type ReplayFact } from '../replay-fact'
import type { WhyUnread } from '../scope-readings'

const loanFacts = factsOfPart<LoanDetails>({
  borrower: ({ borrower }) => borrower,
  dueOn: ({ dueOn }) => dueOn,
  borrowerGroup: ({ borrowerGroup }) => borrowerGroup,
  ageClass: ({ ageClass }) => ageClass,
  fulfils: ({ fulfils }) => fulfils,
})

const reservedForFacts = factsOfPart<ReservedFor>({
  borrower: ({ borrower }) => borrower,
  reservation: ({ reservation }) => reservation,
  pickUpBranch: ({ pickUpBranch }) => pickUpBranch,
})

const factsOfPlace = (state: KnownCopy, whyUnread: WhyUnread): ReadonlyArray<ReplayFact> => {
  if (state._tag === 'OnLoan') {
    const { loan, lentOn, renewals, claimedOn = null, details } = state
    return [...openFacts({ loan, lentOn, renewals, claimedOn }), ...loanFacts(details, whyUnread('loan', loan))]
  }
  if (isReservedCopy(state)) {
    const { setAside, reservedFor } = state
    return [...openFacts({ setAside }), ...reservedForFacts(reservedFor, whyUnread('setAside', setAside))]
  }
  return []
}

const furtherFacts = (state: KnownCopy): ReadonlyArray<ReplayFact> => {
  switch (state._tag) {
    case 'OnPullList':
      return openFacts({ isRedirected: state.isRedirected })
    case 'InTransit':
    case 'ReleasedInTransit':
      return openFacts({ to: state.to })
    case 'Lost':
    case 'Withdrawn':
      return openFacts({ loan: state.loan })
    case 'OnShelf':
    case 'OnLoan':
    case 'SetAside':
    case 'ReadyForPickUp':
    case 'Missing':
      return []
  }
}

/** What a replay says of a copy. `price` is in øre. */
export const factsOfCopy = (state: CopyState, whyUnread: WhyUnread): ReadonlyArray<ReplayFact> => {
  if (state._tag === 'Unknown') return openFacts({ state: state._tag })
  const { title, group, ageLimit, price, name, volume } = state.item
  return [
    ...openFacts({ state: state._tag, branch: state.branch, title, group, ageLimit, price, name, volume }),
    ...factsOfPlace(state, whyUnread),
    ...furtherFacts(state),
  ]
}
