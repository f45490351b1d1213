import { copyDecider } from '../../../domain/copy/copy-decider'
import type { TimelineEntry } from '../../../domain/copy/history/loan-ends-of-timeline'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import type { Instant } from '../../../domain/values/instant'
import {
  bent,
  exampleCopyAcquired,
  exampleStanding,
  loanId,
  mainBranch as branch,
  statisticsScopeId,
} from '../../fixtures/example-library'
import { given } from '../../fixtures/given-when-then'
import { offlineLoanOfFirstCopy } from '../../fixtures/offline-commands'

const at = (hour: string): Instant => `2026-03-02T${hour}:00:00.000Z` as Instant
const returnedAt = (hour: string): TimelineEntry => ({ type: 'returned', at: at(hour), branch })
/** The end that the log has because the next loan began. */
const endAt = (hour: string): TimelineEntry => ({
  ...{ type: 'returned', at: at(hour), branch, ended: loanId(3), isByNextLoan: true },
})
const lentAt = (hour: string): TimelineEntry => ({ type: 'lent', at: at(hour), branch, loan: loanId(2) })

/** What a loan of 10 o'clock is recorded against, when it arrives after these entries. */
const againstOf = (...timeline: ReadonlyArray<TimelineEntry>) => {
  const history = { loans: [], timeline, datedChanges: [] }
  const [event] = given(copyDecider(defaultLibraryPolicy))(exampleCopyAcquired())
    .when({
      ...{ ...offlineLoanOfFirstCopy, loan: loanId(1), statistics: statisticsScopeId, branch, at: at('10'), history },
      standing: exampleStanding(bent),
    })
    .events()
  return event?.type === 'PastLoanRecorded' && event.sealed.loan._tag === 'Plain' && event.sealed.loan.value.against
}

describe('a loan that a machine sends after the next loan of the copy', () => {
  it('is against the copy being on loan, also when the next loan had ended one before it', () => {
    expect(againstOf(lentAt('11'), returnedAt('12'))).toEqual(['copyOnLoan'])
    expect(againstOf(endAt('11'), lentAt('11'), returnedAt('09'), returnedAt('12'))).toEqual(['copyOnLoan'])
  })

  it('is against nothing when the copy was returned between', () => {
    expect(againstOf(returnedAt('11'), lentAt('12'), returnedAt('13'))).toEqual([])
  })
})
