import fc from 'fast-check'
import { borrowerDecider } from '../../../domain/borrower/borrower-decider'
import type { BorrowerCommand } from '../../../domain/borrower/decide-borrower-command'
import { AbsenceChanged } from '../../../domain/borrower/events/absence-changed'
import { AbsenceEnded } from '../../../domain/borrower/events/absence-ended'
import { AbsenceRemoved } from '../../../domain/borrower/events/absence-removed'
import { AbsenceSet } from '../../../domain/borrower/events/absence-set'
import { BorrowerLapsed } from '../../../domain/borrower/events/borrower-lapsed'
import { endAbsenceCommandsOfMonth } from '../../../domain/closing/end-absence-commands-of-month'
import { isAbsentOn } from '../../../domain/policy/absence-period'
import { defaultLibraryPolicy } from '../../../domain/policy/policy'
import { addDays, type Day } from '../../../domain/values/day'
import type { AbsenceId } from '../../../domain/values/ids'
import type { Month } from '../../../domain/values/month'
import { annaRegistered } from '../../fixtures/example-borrowers'
import { anna, day } from '../../fixtures/example-library'
import { given } from '../../fixtures/given-when-then'
import { numberedUuid } from '../../fixtures/numbered-uuid'

const past = given(borrowerDecider(defaultLibraryPolicy))
const [absence, other] = [numberedUuid(1) as AbsenceId, numberedUuid(2) as AbsenceId]
const today = day('2026-03-10')

const set = (from: Day | null, until: Day | null, on = today, id = absence): BorrowerCommand => ({
  ...{ type: 'SetAbsence', borrower: anna, absence: id, from, until, today: on },
})
const remove: BorrowerCommand = { type: 'RemoveAbsence', borrower: anna }
const end = (month: string, id = absence): BorrowerCommand => ({
  ...{ type: 'EndAbsence', borrower: anna, absence: id, month: month as Month },
})
const wasSet = (from: Day, until: Day | null) => AbsenceSet({ borrower: anna, absence }, { absence: { from, until } })
const wasChanged = (from: Day, until: Day | null) =>
  AbsenceChanged({ borrower: anna, absence: other, replaces: absence }, { absence: { from, until } })
const removed = AbsenceRemoved({ borrower: anna, absence }, {})
const ended = (month: string) => AbsenceEnded({ borrower: anna, absence, endedIn: month as Month }, {})

const registered = past(annaRegistered('2026-01'))
const away = past(annaRegistered('2026-01'), wasSet(day('2026-03-01'), day('2026-03-20')))

describe('an absence period (fraværsperiode)', () => {
  it('may be open at either end: from today on, and until it is removed', () => {
    registered.when(set(null, null)).thenHappens(wasSet(today, null))
    registered.when(set(day('2026-04-01'), null)).thenHappens(wasSet(day('2026-04-01'), null))
    registered.when(set(null, day('2026-03-20'))).thenHappens(wasSet(today, day('2026-03-20')))
    registered.when(set(today, today)).thenHappens(wasSet(today, today))
  })

  it('works forwards only: it begins today at the earliest', () => {
    registered.when(set(day('2026-03-09'), null)).thenRefused({ _tag: 'AbsenceBeginsInPast' })
    registered.when(set(day('2026-03-01'), day('2026-03-09'))).thenRefused({ _tag: 'AbsenceBeginsInPast' })
    registered.when(set(null, day('2026-03-09'))).thenRefused({ _tag: 'AbsenceEndsInPast' })
  })

  it('works forwards only: a period that runs keeps its first day, and ends today at the earliest', () => {
    const longer = set(day('2026-03-01'), day('2026-04-30'), today, other)
    away.when(longer).thenHappens(wasChanged(day('2026-03-01'), day('2026-04-30')))
    away.when(set(null, null, today, other)).thenHappens(wasChanged(day('2026-03-01'), null))
    away.when(set(null, today, today, other)).thenHappens(wasChanged(day('2026-03-01'), today))
    away.when(set(null, day('2026-03-09'), today, other)).thenRefused({ _tag: 'AbsenceEndsInPast' })
    away.when(set(day('2026-02-28'), null, today, other)).thenRefused({ _tag: 'AbsenceBeginsInPast' })
    const over = set(day('2026-03-01'), null, day('2026-03-21'), other)
    away.when(over).thenRefused({ _tag: 'AbsenceBeginsInPast' })
  })

  it('does not end before it begins', () => {
    const reversed = set(day('2026-04-02'), day('2026-04-01'))
    registered.when(reversed).thenRefused({ _tag: 'AbsenceEndsBeforeItBegins' })
  })

  it('is one at a time: a new one takes the place of the old one, and the same one again is no event', () => {
    const later = set(day('2026-07-01'), day('2026-07-31'), today, other)
    away.when(later).thenHappens(wasChanged(day('2026-07-01'), day('2026-07-31')))
    away.when(set(null, day('2026-03-20'), today, other)).thenHappens()
    away.when(set(day('2026-03-01'), day('2026-03-20'), today, other)).thenHappens()
  })

  it('is removed once; without one there is nothing to remove', () => {
    away.when(remove).thenHappens(removed)
    registered.when(remove).thenHappens()
    past(annaRegistered('2026-01'), wasSet(today, null), removed).when(remove).thenHappens()
  })

  it('is set and removed for registered borrowers alone', () => {
    const lapsed = past(annaRegistered('2026-01'), BorrowerLapsed({ borrower: anna, lapsedIn: '2026-02' as Month }, {}))
    for (const command of [set(null, null), remove, end('2026-03')])
      lapsed.when(command).thenRefused({ _tag: 'BorrowerIsUnknown' })
  })

  it('covers its first and its last day, and every day between', () => {
    const days = fc.integer({ min: 0, max: 400 })
    fc.assert(
      fc.property(days, fc.option(days), days, (first, length, other) => {
        const from = addDays(first)(today)
        const until = length === null ? null : addDays(length)(from)
        const isWithin = other >= first && (length === null || other <= first + length)
        expect(isAbsentOn(addDays(other)(today))({ from, until })).toBe(isWithin)
      }),
    )
  })
})

describe('the closing of a month', () => {
  it('records once that an absence period was over in the month, and of a period that runs on nothing', () => {
    away.when(end('2026-03')).thenHappens(ended('2026-03'))
    away.when(end('2026-02')).thenHappens()
    past(annaRegistered('2026-01'), wasSet(today, day('2026-03-31')))
      .when(end('2026-03'))
      .thenHappens(ended('2026-03'))
    past(annaRegistered('2026-01'), wasSet(today, day('2026-04-01')))
      .when(end('2026-03'))
      .thenHappens()
    past(annaRegistered('2026-01'), wasSet(today, null)).when(end('2026-03')).thenHappens()
    const again = past(annaRegistered('2026-01'), wasSet(today, today), ended('2026-03'))
    again.when(end('2026-03')).thenHappens()
    again
      .when(set(null, null, today, other))
      .thenHappens(AbsenceSet({ borrower: anna, absence: other }, { absence: { from: today, until: null } }))
  })

  it('leaves a period alone that has taken the place of the one that was over', () => {
    const replaced = past(annaRegistered('2026-01'), wasSet(today, today), wasChanged(today, null))
    replaced.when(end('2026-03')).thenHappens()
    replaced.when(end('2026-03', other)).thenHappens()
  })

  it('gives one command for each period that is over', () => {
    expect(endAbsenceCommandsOfMonth('2026-03' as Month)([{ borrower: anna, absence }])).toEqual([end('2026-03')])
  })
})
