import { makePlain, type PlainOrErased } from '../event/plain-or-erased'
import { continuedLoanOfText } from './continued-loan'
import type { CopyEvent } from './copy-event'
import type { CopyAcquired } from './events/copy-acquired'
import type { LoanRenewed } from './events/loan-renewed'
import type { LoanStarted } from './events/loan-started'
import { isReservedCopy, type CopyState, type KnownCopy, type LoanDetails } from './copy-state'
import {
  copyStateAfterHandIn,
  toCopyOnShelf,
  toCopyReadyForPickUp,
  toCopyInTransit,
  toCopyAfterReservationEnd,
  toCopyOnPullList,
  toCopySetAside,
  toRedirectedCopy,
} from './copy-state-transitions'

const toOnLoan =
  ({ open: { loan, lentOn, branch }, sealed }: LoanStarted) =>
  ({ item }: KnownCopy): CopyState => ({
    _tag: 'OnLoan',
    item,
    branch,
    loan,
    lentOn,
    renewals: 0,
    details: loanDetailsOf(sealed.loan),
  })

const loanDetailsOf = (part: LoanStarted['sealed']['loan']): PlainOrErased<LoanDetails> => {
  if (part._tag === 'Erased') return part
  const { borrower, dueOn, borrowerGroup, ageClass, fulfils, against, continues } = part.value
  return makePlain({
    borrower,
    dueOn,
    borrowerGroup,
    ageClass,
    fulfils,
    wasWithdrawn: against.includes('copyWithdrawn'),
    continues: continuedLoanOfText(continues),
  })
}

const toRenewed =
  ({ open, sealed: { loan } }: LoanRenewed) =>
  (state: KnownCopy): CopyState => {
    if (state._tag !== 'OnLoan' || state.loan !== open.loan) return state
    const renewals = state.renewals + 1
    if (loan._tag === 'Erased' || state.details._tag === 'Erased') return { ...state, renewals }
    return { ...state, renewals, details: makePlain({ ...state.details.value, dueOn: loan.value.dueOn }) }
  }

const toAcquired = ({
  open: { branch, copy, title, group, ageLimit, price, name, volume },
}: CopyAcquired): CopyState => ({
  _tag: 'OnShelf',
  item: { copy, title, group, ageLimit, price, name, volume },
  branch,
})

const toUnclaimed = (state: KnownCopy): CopyState => {
  if (state._tag !== 'OnLoan') return state
  const { claimedOn: _claimedOn, ...unclaimed } = state
  return unclaimed
}

const toWithdrawn = (state: KnownCopy): CopyState => {
  const { item, branch } = state
  return state._tag === 'Lost'
    ? { _tag: 'Withdrawn', item, branch, loan: state.loan }
    : { _tag: 'Withdrawn', item, branch }
}

/** Events after which nothing is left of what happened to the copy before, but its description. */
export const eventTypesThatResetCopy: ReadonlySet<CopyEvent['type']> = new Set<CopyEvent['type']>([
  ...(['LoanStarted', 'LoanReturned', 'LoanUndone', 'CopyBilledAsLost'] as const),
  ...(['CopyFound', 'CopyPutOnPullList', 'CopySetAside', 'CopyMissing'] as const),
  ...(['ClaimedCopyFound', 'ClaimedLoanWrittenOff'] as const),
])

/** The state of a known copy after an event. */
const evolveKnown = (event: Exclude<CopyEvent, CopyAcquired>, state: KnownCopy): CopyState => {
  switch (event.type) {
    case 'LoanStarted':
      return toOnLoan(event)(state)
    case 'LoanRenewed':
      return toRenewed(event)(state)
    case 'LoanReturned':
    case 'LoanUndone':
    case 'CopyFound':
    case 'ClaimedCopyFound':
      return toCopyOnShelf(event.open.branch)(state)
    case 'CopyHandedIn':
      return copyStateAfterHandIn(event.open.branch)(state)
    case 'LoanClaimedReturned':
      return state._tag === 'OnLoan' ? { ...state, claimedOn: event.open.claimedOn } : state
    case 'ReturnClaimWithdrawn':
      return toUnclaimed(state)
    case 'CopyBilledAsLost':
    case 'ClaimedLoanWrittenOff':
      return { _tag: 'Lost', item: state.item, branch: event.open.branch, loan: event.open.loan }
    case 'CopyMissing':
      return { _tag: 'Missing', item: state.item, branch: event.open.branch }
    case 'ShelfMarkChanged':
      return state
    case 'CopyPutOnPullList':
      return toCopyOnPullList(event.open.setAside, event.open.branch, event.sealed.setAside)(state)
    case 'CopySetAside':
      return toCopySetAside(event.open.setAside, event.open.branch, event.sealed.setAside)(state)
    case 'SetAsideReleased':
      return toCopyAfterReservationEnd(event.open.branch)(state)
    case 'CopySent':
      return isReservedCopy(state) ? toCopyInTransit(event.open.to)(state) : state
    case 'CopyReady':
      return isReservedCopy(state) ? toCopyReadyForPickUp(event.open.branch)(state) : state
    case 'CopyRedirected':
      return isReservedCopy(state) ? toRedirectedCopy(event.sealed.setAside)(state) : state
    case 'CopyWithdrawn':
      return toWithdrawn(state)
    case 'PastLoanRecorded':
    case 'LoanEndCorrected':
    case 'RenewalConflictRecorded':
    case 'LoanCaseResolved':
    case 'UnlentReturnRecorded':
    case 'UnmatchedActRecorded':
    case 'UnmatchedActResolved':
      return state
  }
}

/** The state of a copy after an event. It holds nothing personal of loans and set-asides that have ended. */
export const evolve =
  (event: CopyEvent) =>
  (state: CopyState): CopyState => {
    if (event.type === 'CopyAcquired') return toAcquired(event)
    return state._tag === 'Unknown' ? state : evolveKnown(event, state)
  }
