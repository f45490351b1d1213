import type { CopyEvent } from '../../../domain/copy/copy-event'
import type { CopyCommand } from '../../../domain/copy/decide-copy-command'
import { copyDecider } from '../../../domain/copy/copy-decider'
import { addToCopyHistory, emptyCopyHistory, type CopyHistory } from '../../../domain/copy/history/copy-history'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import type { Day } from '../../../domain/values/day'
import { noonOf } from '../../../domain/values/instant'
import { annasCopyBilledAsLost, annasLoanStarted } from '../../fixtures/example-copy-events'
import { copyEventMetadata } from '../../fixtures/copy-event-metadata'
import {
  bent,
  day,
  exampleCopyAcquired,
  exampleStanding,
  loanId,
  mainBranch as branch,
  statisticsScopeId,
  unmatchedId,
} from '../../fixtures/example-library'
import { stateAfter } from '../../fixtures/given-when-then'
import { offlineLoanOfFirstCopy, offlineReturnOfFirstCopy } from '../../fixtures/offline-commands'
import { rightOrThrow } from '../../fixtures/right-or-throw'

const copies = copyDecider(defaultLibraryPolicy)

type Step = (history: CopyHistory) => CopyCommand

const lentToBent =
  (on: Day): Step =>
  (history) => ({
    ...{ ...offlineLoanOfFirstCopy, loan: loanId(2), statistics: statisticsScopeId, branch, at: noonOf(on), history },
    standing: exampleStanding(bent),
  })

const returned =
  (on: Day): Step =>
  (history) => ({ ...offlineReturnOfFirstCopy, unmatched: unmatchedId(1), branch, at: noonOf(on), history })

const foundByStaff =
  (on: Day): Step =>
  () => ({ type: 'Find', branch, day: on })

const recordedOn = day('2026-03-20')

/** The days of the steps are written as they are: an example is read against the bill of 11 March. */
const historyAfter = (...steps: ReadonlyArray<Step>): CopyHistory => {
  let events: ReadonlyArray<CopyEvent> = [exampleCopyAcquired(), annasLoanStarted(), annasCopyBilledAsLost]
  const history = () =>
    events
      .map((event, revision) => ({ ...event, metadata: copyEventMetadata(revision, recordedOn) }))
      .reduce(addToCopyHistory, emptyCopyHistory)
  for (const step of steps)
    events = [...events, ...rightOrThrow(copies.decide(step(history()))(stateAfter(copies)(events)))]
  return history()
}

/** What the open case of the second loan says. */
const caseAfter = (...steps: ReadonlyArray<Step>) =>
  historyAfter(...steps).loans.find(({ loan }) => loan === loanId(2))?.openCases

describe('a loan that a machine sends after the copy was billed as lost on 11 March', () => {
  it('is against the copy being on loan, when it was made before that', () =>
    expect(caseAfter(lentToBent(day('2026-03-09')))).toEqual(['copyOnLoan']))

  it('is against the copy being lost, when it was made after that', () =>
    expect(caseAfter(lentToBent(day('2026-03-13')))).toEqual(['copyLost']))

  it('is against nothing, when the copy was found between', () => {
    expect(caseAfter(foundByStaff(day('2026-03-12')), lentToBent(day('2026-03-13')))).toEqual([])
    const [found, back] = [foundByStaff(day('2026-03-12')), returned(day('2026-03-14'))]
    expect(caseAfter(found, back, lentToBent(day('2026-03-13')))).toEqual([])
  })

  it.each([day('2026-03-09'), day('2026-03-13')])(
    'is against nothing any more, when a return from before it arrives, too (lent on %s)',
    (on) => expect(caseAfter(lentToBent(on), returned(day('2026-03-08')))).toEqual([]),
  )

  it('stays a case, when a return from after it arrives', () =>
    expect(caseAfter(lentToBent(day('2026-03-13')), returned(day('2026-03-15')))).toEqual(['copyLost']))
})
