import fc from 'fast-check'
import { CopyWithdrawn } from '../../../domain/copy/events/copy-withdrawn'
import type { CopyHistory } from '../../../domain/copy/history/copy-history'
import { loanEndsOfTimeline } from '../../../domain/copy/history/loan-ends-of-timeline'
import type { CopyId, LoanId } from '../../../domain/values/ids'
import { firstTitle } from '../../fixtures/example-library'
import { arrivalsAt, historyOf, sharedTimes, spreadTimes, streamsAfter } from './offline-steps'

/** The loans that began while another one ran, or that another one did, and that arrived after that one. */
const laterOfOverlapsIn = ({ loans, timeline }: CopyHistory): ReadonlyArray<LoanId> => {
  const arrived = loans.map(({ loan }) => loan)
  const laterOf = (one: LoanId, other: LoanId): LoanId => (arrived.indexOf(one) > arrived.indexOf(other) ? one : other)
  return [...loanEndsOfTimeline(timeline)].flatMap(([loan, end]) =>
    end?.type === 'lent' ? [laterOf(loan, end.loan)] : [],
  )
}

/** The loans whose open case says these reasons. */
const loansWithCase = ({ loans }: CopyHistory, isMeant: (reasons: ReadonlyArray<string>) => boolean) =>
  loans.filter(({ openCases }) => isMeant(openCases)).map(({ loan }) => loan)

describe('staff have a case for what machines did while they were offline', () => {
  it.each([
    ['', spreadTimes],
    [', also at one moment', sharedTimes],
  ])(
    'when two loans have no return between: for the one that arrived last, and for no other, in any order%s',
    (_, times) => {
      fc.assert(
        fc.property(arrivalsAt(times), (arrivals) => {
          for (const events of streamsAfter(arrivals).values()) {
            const history = historyOf(events)
            const expected = laterOfOverlapsIn(history)
            const withCase = loansWithCase(history, (reasons) => reasons.includes('copyOnLoan'))
            expect(withCase).toEqual(expect.arrayContaining([...expected]))
            const withThisCaseAlone = loansWithCase(history, (reasons) => reasons.join(' ') === 'copyOnLoan')
            expect(expected).toEqual(expect.arrayContaining([...withThisCaseAlone]))
          }
        }),
        { numRuns: 400 },
      )
    },
  )

  it('when a copy was on loan after it was withdrawn, and for no loan that ended before, in any order of arrival', () => {
    const withdrawn = (copy: CopyId) => [CopyWithdrawn({ copy, title: firstTitle }, {})]
    fc.assert(
      fc.property(arrivalsAt(spreadTimes), (steps) => {
        const arrivals = steps.filter(({ type }) => type !== 'renew')
        for (const events of streamsAfter(arrivals, withdrawn).values()) {
          const { loans, timeline } = historyOf(events)
          const running = [...loanEndsOfTimeline(timeline)].flatMap(([loan, end]) => (end === undefined ? [loan] : []))
          const others = loans.filter(({ openCases }) => !openCases.includes('copyOnLoan'))
          const withCase = others.filter(({ openCases }) => openCases.length > 0)
          expect(withCase).toEqual(others.filter(({ loan }) => running.includes(loan)))
        }
      }),
      { numRuns: 400 },
    )
  })
})
