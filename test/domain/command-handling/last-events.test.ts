import { isSoughtEventRuledOut, addToLastEvents } from '../../../domain/command-handling/last-events'
import type { StreamEventReference } from '../../../domain/ports/state-cache'
import type { EventId } from '../../../domain/values/ids'
import { numberedUuid } from '../../fixtures/numbered-uuid'

const event = (revision: number, recorded: string): StreamEventReference => ({
  id: numberedUuid(revision) as EventId,
  revision,
  recorded,
})
const isAt = (revision: number) => (id: EventId) => id === numberedUuid(revision)

describe('the last events of a stream', () => {
  const days = ['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08', '2026-01-09', '2026-01-10']
  const week = days.map((day, index) => event(index, day))

  it('are the four latest at most', () => {
    expect(addToLastEvents(week.slice(0, 3), week.slice(3)).map(({ revision }) => revision)).toEqual([2, 3, 4, 5])
    expect(addToLastEvents([], week).map(({ revision }) => revision)).toEqual([2, 3, 4, 5])
    expect(addToLastEvents(week.slice(0, 2), []).map(({ revision }) => revision)).toEqual([0, 1])
  })

  it.each<[string, ReadonlyArray<StreamEventReference>, number, string, boolean]>([
    ['one of them was recorded before the day', week.slice(2), 9, '2026-01-08', true],
    ['they reach back to the start of the stream', week.slice(0, 3), 9, '2026-01-01', true],
    ['all were recorded before the day', week.slice(2), 5, '2026-01-11', true],
    ['all were recorded on or after the day, and the stream has earlier events', week.slice(2), 9, '2026-01-07', false],
    ['the sought event is one of them', week.slice(2), 4, '2026-01-08', false],
    ['there are none', [], 9, '2026-01-08', false],
  ])('rule a sought event out or not: %s', (_, last, revision, earliest, expected) => {
    expect(isSoughtEventRuledOut(last, isAt(revision), earliest)).toBe(expected)
  })
})
