import fc, { type Arbitrary } from 'fast-check'
import type { CopyCommand } from '../../domain/copy/decide-copy-command'
import { copyDecider } from '../../domain/copy/copy-decider'
import { emptyCopyHistory, type CopyHistory } from '../../domain/copy/history/copy-history'
import { makePlain } from '../../domain/event/plain-or-erased'
import { isReservedCopy, type CopyState } from '../../domain/copy/copy-state'
import { addDays } from '../../domain/values/day'
import type { BorrowerId, BranchId, LoanId, ReservationId, SetAsideId, UnmatchedId } from '../../domain/values/ids'
import { dayOf, noonOf, type Instant } from '../../domain/values/instant'
import { oreFromKroner } from '../../domain/values/ore'
import { defaultLibraryPolicy } from '../../domain/policy/policy'
import {
  anna,
  bent,
  carl,
  day,
  branchAtHarbour,
  mainBranch,
  exampleStanding,
  statisticsScopeId,
  firstCopy,
  firstTitle,
} from '../fixtures/example-library'
import { numberedUuid } from '../fixtures/numbered-uuid'
import { arbitraryStream, type CommandStep } from './arbitrary-stream'

const loanIn = (state: CopyState, otherwise: number): LoanId =>
  state._tag === 'OnLoan' ? state.loan : (numberedUuid(otherwise) as LoanId)

const setAsideIn = (state: CopyState, otherwise: number): SetAsideId =>
  isReservedCopy(state) ? state.setAside : (numberedUuid(otherwise) as SetAsideId)

const historyLoan = (id: number): LoanId => numberedUuid(id + 5) as LoanId

const neverRenewed = { renewedAt: [], renewalsBefore: 0, openCases: [] }

/** The history of a copy that a borrower had from three days before a moment to one day after it. */
const history = (id: number, borrower: BorrowerId, at: Instant): CopyHistory => {
  const loan = historyLoan(id)
  const [lentOn, end] = [addDays(-3)(dayOf(at)), addDays(1)(dayOf(at))]
  const terms = { borrower, dueOn: lentOn, borrowerGroup: 'adult', ageClass: 'adult', name: 'Night and Day' } as const
  const ended = { at: noonOf(end), on: end, owesFeeIfLate: true }
  return {
    loans: [{ loan, branch: mainBranch, lentOn, details: makePlain(terms), ...neverRenewed, end: ended }],
    timeline: [
      { type: 'lent', at: noonOf(lentOn), branch: mainBranch, loan },
      { type: 'returned', at: noonOf(end), branch: mainBranch },
    ],
    datedChanges: [{ type: 'missing', on: end, branch: mainBranch }],
  }
}

/** The same history, in which the borrower has returned the copy at the moment itself. */
const historyUntilReturn = (id: number, borrower: BorrowerId, at: Instant, branch: BranchId): CopyHistory => {
  const { loans, timeline } = history(id, borrower, at)
  return {
    loans: loans.map((loan) => ({ ...loan, end: { at, on: dayOf(at), owesFeeIfLate: true } })),
    timeline: [...timeline.slice(0, 1), { type: 'returned', at, branch, ended: historyLoan(id) }],
    datedChanges: [],
  }
}

const reservedFor = (id: number) => ({
  setAside: numberedUuid(id + 1) as SetAsideId,
  reservation: numberedUuid(id + 2) as ReservationId,
})

const choices = fc.record({
  type: fc.constantFrom<CopyCommand['type']>(
    ...([
      'Acquire',
      'Lend',
      'RecordLoan',
      'Renew',
      'Return',
      'UndoLoan',
      'UndoReturn',
      'SetAside',
      'Send',
      'Arrive',
    ] as const),
    ...(['ReleaseSetAside', 'BillAsLost', 'Find', 'Withdraw', 'ClaimReturned', 'ClaimReturned'] as const),
    ...(['WithdrawReturnClaim', 'WriteOffClaimedLoan'] as const),
    ...(['ReleaseSetAside', 'BillAsLost', 'Find', 'Withdraw', 'PutOnPullList', 'PutOnPullList'] as const),
    ...(['RecordOfflineLoan', 'RecordOfflineReturn'] as const),
    ...(['NotFound', 'RecordMissing', 'ChangeShelfMark', 'Redirect', 'Redirect'] as const),
    ...(['RecordOfflineRenewal', 'RecordUnmatchedAct', 'ResolveCase'] as const),
  ),
  borrower: fc.constantFrom(anna, bent, carl),
  branch: fc.constantFrom(mainBranch, branchAtHarbour),
  days: fc.constantFrom(0, 0, 25, 70),
  blocked: fc.boolean(),
})

type Choice = typeof choices extends Arbitrary<infer A> ? A : never

/** A command that is usually accepted in the state, so that streams grow. */
const commandOf =
  ({ type, borrower, branch, days, blocked }: Choice): CommandStep<CopyCommand, CopyState> =>
  (state, step) => {
    const today = addDays(days)(state._tag === 'OnLoan' ? state.lentOn : day('2026-01-05'))
    const at = noonOf(today)
    const standing = exampleStanding(borrower, { blocks: blocked && type === 'RecordLoan' ? ['U'] : [] })
    const own =
      state._tag === 'OnLoan' && state.details._tag === 'Plain'
        ? exampleStanding(state.details.value.borrower)
        : standing
    const id = 1_000 + step * 10
    const [loan, unmatched] = [numberedUuid(id) as LoanId, numberedUuid(id + 4) as UnmatchedId]
    switch (type) {
      case 'Acquire':
        return {
          ...{ type, copy: firstCopy, title: firstTitle, branch, group: 'standard', ageLimit: null },
          ...{ price: oreFromKroner(100), name: 'Night and Day', author: null },
        }
      case 'Lend':
      case 'RecordLoan':
        return { type, loan: numberedUuid(id) as LoanId, statistics: statisticsScopeId, standing, branch, at }
      case 'Renew':
        return { type, loan: loanIn(state, id), standing: own, othersWaiting: 0, at }
      case 'Return':
        return { type, unmatched, branch, at }
      case 'UndoLoan':
        return { type, loan: loanIn(state, id), branch, at }
      case 'UndoReturn':
        return {
          ...{ type, returned: historyLoan(id), loan, statistics: statisticsScopeId, standing, fees: [], branch, at },
          history: historyUntilReturn(id, borrower, at, branch),
        }
      case 'PutOnPullList':
        return { type, ...reservedFor(id), borrower, pickUpBranch: branch, at }
      case 'NotFound':
        return { type, branch, day: today }
      case 'RecordMissing':
        return { type, day: today }
      case 'ChangeShelfMark':
        return { type, shelfMark: '99.4 Woolf' }
      case 'SetAside':
        return { type, ...reservedFor(id), borrower, pickUpBranch: branch, pickUpNumber: '000123', at }
      case 'Send':
        return { type, to: branch }
      case 'Arrive':
        return { type, branch, pickUpNumber: '000124', at }
      case 'Redirect':
        return { type, setAside: setAsideIn(state, id), pickUpBranch: branch }
      case 'ReleaseSetAside':
        return { type, setAside: setAsideIn(state, id) }
      case 'BillAsLost':
        return { type, loan: loanIn(state, id), day: today }
      case 'ClaimReturned':
      case 'WithdrawReturnClaim':
        return { type, loan: loanIn(state, id), at }
      case 'WriteOffClaimedLoan':
        return { type, loan: loanIn(state, id), day: addDays(260)(today) }
      case 'Find':
        return { type, branch, day: today }
      case 'Withdraw':
        return { type }
      case 'RecordOfflineLoan':
        return {
          ...{ type, copy: firstCopy, unmatched, presented: '2000001234', loan, statistics: statisticsScopeId },
          ...{ standing, branch, at, history: history(id, borrower, at) },
        }
      case 'RecordOfflineReturn':
        return {
          ...{ type, copy: firstCopy, unmatched, unknownCase: numberedUuid(id + 6) as UnmatchedId, branch, at },
          history: blocked ? emptyCopyHistory : history(id, borrower, at),
        }
      case 'RecordOfflineRenewal':
        return {
          ...{
            type,
            copy: firstCopy,
            unmatched,
            loan: historyLoan(id),
            standing,
            othersWaiting: 1,
            at: blocked ? noonOf(addDays(9)(today)) : at,
          },
          history: history(id, borrower, at),
        }
      case 'RecordUnmatchedAct':
        return {
          ...{ type, copy: firstCopy, unmatched, act: 'loan', because: 'borrowerUnknown' },
          ...{ at, branch, presented: '2000001234' },
        }
      case 'ResolveCase':
        return { type, copy: firstCopy, resolved: blocked ? { unmatched } : { loan: loanIn(state, id) }, isOpen: true }
    }
  }

/** A command to a copy in any state. */
export const arbitraryCopyStep: Arbitrary<CommandStep<CopyCommand, CopyState>> = choices.map(commandOf)

/** Streams of a copy. */
export const arbitraryCopyStream = arbitraryStream(copyDecider(defaultLibraryPolicy), arbitraryCopyStep)

export const copyCommands: ReadonlyArray<(state: CopyState) => CopyCommand> = fc
  .sample(arbitraryCopyStep, { numRuns: 100, seed: 7 })
  .map((step) => (state) => step(state, 99))
