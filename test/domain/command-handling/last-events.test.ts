import { areRuledOut, lastEventsAfter } from '../../../domain/command-handling/last-events'
import type { LastEvent } from '../../../domain/ports/state-cache'
import type { EventId } from '../../../domain/values/ids'
import { uuid } from '../../fixtures/uuid'

const event = (revision: number, recorded: string): LastEvent => ({ id: uuid(revision) as EventId, revision, recorded })
const isAt = (revision: number) => (id: EventId) => id === uuid(revision)

describe('the last events of a stream', () => {
  const week = ['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08', '2026-01-09', '2026-01-10'].map((day, at) =>
    event(at, day),
  )

  it('are four at most, and those that came last', () => {
    expect(lastEventsAfter(week.slice(0, 3), week.slice(3)).map(({ revision }) => revision)).toEqual([2, 3, 4, 5])
    expect(lastEventsAfter([], week).map(({ revision }) => revision)).toEqual([2, 3, 4, 5])
    expect(lastEventsAfter(week.slice(0, 2), []).map(({ revision }) => revision)).toEqual([0, 1])
  })

  it.each<[string, ReadonlyArray<LastEvent>, number, string, boolean]>([
    ['one was recorded earlier', week.slice(2), 9, '2026-01-08', true],
    ['they reach back to the beginning', week.slice(0, 3), 9, '2026-01-01', true],
    ['none was recorded since', week.slice(2), 5, '2026-01-11', true],
    ['all were recorded since, and more stand before them', week.slice(2), 9, '2026-01-07', false],
    ['the event stands among them', week.slice(2), 4, '2026-01-08', false],
    ['none are known', [], 9, '2026-01-08', false],
  ])('rule an event out or not: %s', (_, last, revision, earliest, expected) => {
    expect(areRuledOut(last, isAt(revision), earliest)).toBe(expected)
  })
})
