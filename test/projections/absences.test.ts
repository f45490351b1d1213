import { AbsenceChanged } from '../../domain/borrower/events/absence-changed'
import { AbsenceEnded } from '../../domain/borrower/events/absence-ended'
import { AbsenceRemoved } from '../../domain/borrower/events/absence-removed'
import { AbsenceSet } from '../../domain/borrower/events/absence-set'
import { BorrowerLapsed } from '../../domain/borrower/events/borrower-lapsed'
import { CopyHandedIn } from '../../domain/copy/events/copy-handed-in'
import type { DomainEvent } from '../../domain/event/domain-event'
import { defaultLibraryPolicy } from '../../domain/policy/policy'
import type { Day } from '../../domain/values/day'
import type { AbsenceId, BorrowerId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import { absenceOfBorrower, absencesEndingBy, borrowersAbsentOn } from '../../projections/absences/absence-queries'
import { waitingBorrowersAmong } from '../../projections/borrowers/waiting-borrowers'
import { titlesAwaitingFreeCopy } from '../../projections/queue/titles-awaiting-free-copy'
import { numberedUuid } from '../fixtures/numbered-uuid'
import {
  ann,
  bo,
  borrowerRegistered,
  contactOfAnn,
  copyAcquired,
  dayOfJanuary,
  exampleTitle,
  reservationMade,
  rowsAfterEvents,
} from './example-events'

const [first, second] = [numberedUuid(601) as AbsenceId, numberedUuid(602) as AbsenceId]
const month = '2026-01' as Month
const set = (borrower: BorrowerId, from: number, until: number | null, absence = first): DomainEvent =>
  AbsenceSet(
    { borrower, absence },
    { absence: { from: dayOfJanuary(from), until: until === null ? null : dayOfJanuary(until) } },
  )
const registered = [borrowerRegistered(ann), borrowerRegistered(bo, contactOfAnn)]

describe('the absence periods of borrowers', () => {
  it('are shown until they are removed, replaced or found over by the closing of a month', () => {
    const open = { borrower: ann, absence: first }
    const shown = (...events: ReadonlyArray<DomainEvent>) => absenceOfBorrower(ann)(rowsAfterEvents([], events))
    expect(shown(set(ann, 5, 9))).toEqual({ from: dayOfJanuary(5), until: dayOfJanuary(9) })
    const changed = AbsenceChanged(
      { borrower: ann, absence: second, replaces: first },
      { absence: { from: dayOfJanuary(6), until: null } },
    )
    expect(shown(set(ann, 5, 9), changed)).toEqual({ from: dayOfJanuary(6), until: null })
    expect(shown(set(ann, 5, 9), AbsenceRemoved(open, {}))).toBeUndefined()
    expect(shown(set(ann, 5, 9), AbsenceEnded({ ...open, endedIn: month }, {}))).toBeUndefined()
  })

  it('tell who is absent on a day', () => {
    const rows = rowsAfterEvents([], [set(ann, 5, 9), set(bo, 8, null, second)])
    const absentOn = (n: number) => [...borrowersAbsentOn(dayOfJanuary(n))(rows)].sort()
    expect([4, 5, 8, 10].map(absentOn)).toEqual([[], [ann], [ann, bo], [bo]])
  })

  it('that are over are found at the closing, but of a borrower who is about to be erased', () => {
    const over = (...events: ReadonlyArray<DomainEvent>) =>
      absencesEndingBy('2026-01-31' as Day)(rowsAfterEvents([], [...registered, ...events])).map(
        ({ borrower }) => borrower,
      )
    expect(over(set(ann, 5, 31), set(bo, 5, null, second))).toEqual([ann])
    expect(over(set(ann, 5, 9), BorrowerLapsed({ borrower: ann, lapsedIn: month }, {}))).toEqual([])
  })

  it('stand with group and birth date of those who wait, in four queries however many they are', () => {
    const rows = rowsAfterEvents([], [...registered, set(ann, 5, 9)])
    const tablesRead: string[] = []
    const counting: typeof rows = {
      ...rows,
      find: (table, query) => (tablesRead.push(table.name), rows.find(table, query)),
      findColumns: (table, names, query) => (tablesRead.push(table.name), rows.findColumns(table, names, query)),
    }
    const many = Array.from({ length: 100 }, (_, n) => numberedUuid(1_000 + n) as BorrowerId)
    expect([...waitingBorrowersAmong([ann, bo, ...many])(counting)].sort()).toEqual([
      [ann, { group: 'adult', birthDate: null, absence: { from: dayOfJanuary(5), until: dayOfJanuary(9) } }],
      [bo, { group: 'adult', birthDate: null, absence: null }],
    ])
    expect(tablesRead).toEqual(['blocks', 'absences', 'borrowers', 'identities'])
  })

  it('leave out a title that only absent borrowers wait for, when the closing of a day serves whoever waits', () => {
    const free = CopyHandedIn(
      { copy: '0000000001' as never, title: exampleTitle, branch: 'DK-785100' as never, handedInOn: dayOfJanuary(5) },
      {},
    )
    const copyOnShelf = [copyAcquired(1), free, reservationMade(1, ann)]
    const served = (n: number, absences: ReadonlyArray<DomainEvent>, ...others: ReadonlyArray<DomainEvent>) => {
      const rows = rowsAfterEvents([...copyOnShelf, ...others], [...registered, ...absences])
      return titlesAwaitingFreeCopy(defaultLibraryPolicy, dayOfJanuary(n))(rows)
    }
    expect(served(7, [])).toEqual([exampleTitle])
    expect(served(7, [set(ann, 5, 9)])).toEqual([])
    expect(served(10, [set(ann, 5, 9)])).toEqual([exampleTitle])
    expect(served(7, [set(ann, 5, 9)], reservationMade(2, bo))).toEqual([exampleTitle])
  })
})
