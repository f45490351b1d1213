import * as E from 'fp-ts/Either'
import type { Day } from '../../../domain/values/day'
import { daysToClose } from '../../../retention/guards/days-to-close'

const calendar = (closed: string | undefined, today: string, confirmed?: string) => ({
  lastClosed: closed as Day | undefined,
  today: today as Day,
  confirmedOn: confirmed as Day | undefined,
})

describe('closing the days that are over', () => {
  it('closes yesterday', () => {
    expect(daysToClose(calendar('2026-03-28', '2026-03-30'))).toEqual(E.right(['2026-03-29']))
  })

  it('closes nothing twice', () => {
    expect(daysToClose(calendar('2026-03-29', '2026-03-30'))).toEqual(E.right([]))
  })

  it('closes nothing in a library without events', () => {
    expect(daysToClose(calendar(undefined, '2026-03-30'))).toEqual(E.right([]))
  })

  it('closes nothing when two days are missing: it cannot tell downtime from a clock that jumped', () => {
    expect(daysToClose(calendar('2026-03-27', '2026-03-30'))).toEqual(
      E.left({ _tag: 'MissingDays', from: '2026-03-28', to: '2026-03-29' }),
    )
  })

  it('closes missing days one by one, earliest first, when the date is confirmed', () => {
    expect(daysToClose(calendar('2026-02-26', '2026-03-02', '2026-03-02'))).toEqual(
      E.right(['2026-02-27', '2026-02-28', '2026-03-01']),
    )
  })

  it('ignores a confirmation on a future day, and an old one for new missing days', () => {
    expect(E.isLeft(daysToClose(calendar('2026-02-26', '2026-03-02', '2027-01-01')))).toBe(true)
    expect(E.isLeft(daysToClose(calendar('2026-02-26', '2026-03-02', '2026-02-20')))).toBe(true)
  })
})
