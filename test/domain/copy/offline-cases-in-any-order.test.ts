import fc from 'fast-check'
import type { CopyEvent } from '../../../domain/copy/copy-event'
import { CopyWithdrawn } from '../../../domain/copy/events/copy-withdrawn'
import { loanEnds, type TimelineEntry } from '../../../domain/copy/history/loan-ends'
import type { CopyId, LoanId } from '../../../domain/values/ids'
import { firstTitle } from '../../fixtures/example-library'
import { arrivalsAt, historyOf, sharedTimes, spreadTimes, streamsAfter } from './offline-steps'

/** Pairs of loans of which the later one began while the earlier one ran. */
const overlapsIn = (timeline: ReadonlyArray<TimelineEntry>): ReadonlyArray<readonly [LoanId, LoanId]> =>
  [...loanEnds(timeline)].flatMap(([loan, end]) => (end?.type === 'lent' ? [[loan, end.loan] as const] : []))

const casesOf = (events: ReadonlyArray<CopyEvent>) => {
  const { loans, timeline } = historyOf(events)
  return {
    withCase: loans.filter(({ openCases }) => openCases.includes('copyOnLoan')).map(({ loan }) => loan),
    withThisCaseAlone: loans.filter(({ openCases }) => openCases.join(' ') === 'copyOnLoan').map(({ loan }) => loan),
    overlaps: overlapsIn(timeline),
  }
}

describe('staff have a case for what machines did while they were offline', () => {
  it.each([
    ['', spreadTimes],
    [', also at one moment', sharedTimes],
  ])('when a copy was lent while another loan ran, and for no other loan, in any order of arrival%s', (_, times) => {
    fc.assert(
      fc.property(arrivalsAt(times), (arrivals) => {
        for (const events of streamsAfter(arrivals).values()) {
          const { withCase, withThisCaseAlone, overlaps } = casesOf(events)
          for (const pair of overlaps) expect(pair.some((loan) => withCase.includes(loan))).toBe(true)
          for (const loan of withThisCaseAlone) expect(overlaps.flat()).toContain(loan)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('when a copy was on loan after it was withdrawn, and for no loan that ended before, in any order of arrival', () => {
    const withdrawn = (copy: CopyId) => [CopyWithdrawn({ copy, title: firstTitle }, {})]
    fc.assert(
      fc.property(arrivalsAt(spreadTimes), (steps) => {
        const arrivals = steps.filter(({ type }) => type !== 'renew')
        for (const events of streamsAfter(arrivals, withdrawn).values()) {
          const { loans, timeline } = historyOf(events)
          const running = [...loanEnds(timeline)].flatMap(([loan, end]) => (end === undefined ? [loan] : []))
          const others = loans.filter(({ openCases }) => !openCases.includes('copyOnLoan'))
          const withCase = others.filter(({ openCases }) => openCases.length > 0)
          expect(withCase).toEqual(others.filter(({ loan }) => running.includes(loan)))
        }
      }),
      { numRuns: 400 },
    )
  })
})
