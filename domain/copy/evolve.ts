import { plain, type Remembered } from '../event/remembered'
import type { CopyEvent } from './copy-event'
import type { CopyAcquired } from './events/copy-acquired'
import type { LoanRenewed } from './events/loan-renewed'
import type { LoanStarted } from './events/loan-started'
import { isKept, type CopyState, type KnownCopy, type RunningLoan } from './state'
import { handedIn, onShelf, ready, sent, setAside } from './whereabouts'

const lent =
  ({ open: { loan, lentOn, branch }, sealed }: LoanStarted) =>
  ({ item }: KnownCopy): CopyState => ({
    _tag: 'OnLoan',
    item,
    branch,
    loan,
    lentOn,
    renewals: 0,
    details: runningLoan(sealed.loan),
  })

const runningLoan = (part: LoanStarted['sealed']['loan']): Remembered<RunningLoan> => {
  if (part._tag === 'Erased') return part
  const { borrower, dueOn, borrowerGroup, ageClass, fulfils } = part.value
  return plain({ borrower, dueOn, borrowerGroup, ageClass, fulfils })
}

const renewed =
  ({ sealed: { loan } }: LoanRenewed) =>
  (state: KnownCopy): CopyState => {
    if (state._tag !== 'OnLoan') return state
    const renewals = state.renewals + 1
    if (loan._tag === 'Erased' || state.details._tag === 'Erased') return { ...state, renewals }
    return { ...state, renewals, details: plain({ ...state.details.value, dueOn: loan.value.dueOn }) }
  }

const acquired = ({ open: { branch, copy, title, group, ageLimit, price, name } }: CopyAcquired): CopyState => ({
  _tag: 'OnShelf',
  item: { copy, title, group, ageLimit, price, name },
  branch,
})

/** What becomes of a copy that is known. */
const evolveKnown = (event: Exclude<CopyEvent, CopyAcquired>, state: KnownCopy): CopyState => {
  switch (event.type) {
    case 'LoanStarted':
      return lent(event)(state)
    case 'LoanRenewed':
      return renewed(event)(state)
    case 'LoanReturned':
    case 'LoanUndone':
    case 'CopyFound':
    case 'SetAsideReleased':
      return onShelf(event.open.branch)(state)
    case 'CopyHandedIn':
      return handedIn(event.open.branch)(state)
    case 'CopyBilledAsLost':
      return { _tag: 'Lost', item: state.item, branch: event.open.branch, loan: event.open.loan }
    case 'CopySetAside':
      return setAside(event.open.setAside, event.open.branch, event.sealed.setAside)(state)
    case 'CopySent':
      return isKept(state) ? sent(event.open.to)(state) : state
    case 'CopyReady':
      return isKept(state) ? ready(event.open.branch)(state) : state
    case 'CopyWithdrawn':
      return { _tag: 'Withdrawn', item: state.item, branch: state.branch }
  }
}

/** The state of a copy after an event. Of loans and set-asides that have ended, nothing personal is left in it. */
export const evolve =
  (event: CopyEvent) =>
  (state: CopyState): CopyState => {
    if (event.type === 'CopyAcquired') return acquired(event)
    return state._tag === 'Unknown' ? state : evolveKnown(event, state)
  }
