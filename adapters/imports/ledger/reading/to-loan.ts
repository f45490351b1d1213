import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Day } from '../../../../domain/values/day'
import type { LedgerLoan, LedgerReturn, Reject, RejectReason } from './ledger-loan'
import type { Mapping } from './mapping'
import { firstDayThatFits } from './partly-known'
import { firstOf, keyOf, type Row } from './row'
import { readDay } from './written-day'

type Read<A> = E.Either<RejectReason, A>

/** How a row is read. `today` is the machine's own day: nothing has happened after it, whatever a library's clock says. */
export interface Reading {
  readonly mapping: Mapping
  readonly today: Day
}

const dayOfLending =
  ({ mapping: { lentOn, days }, today }: Reading) =>
  ({ cell }: Row): Read<Day> => {
    const written = readDay(days)(cell(lentOn))
    switch (written._tag) {
      case 'Whole':
        return written.day > today ? E.left('day of lending after today') : E.right(written.day)
      case 'NotWritten':
        return E.left('no day of lending')
      case 'Partly':
        return E.left('day of lending only partly known')
      case 'NotInCalendar':
        return E.left('day of lending not in the calendar')
      case 'Unreadable':
        return E.left('day of lending unreadable')
    }
  }

const on =
  (lentOn: Day, today: Day) =>
  (day: Day | undefined, known: 'whole' | 'partly'): Read<LedgerReturn> => {
    if (day === undefined || day < lentOn) return E.left('returned before it was lent')
    return day > today ? E.left('day of return after today') : E.right({ _tag: 'On', day, known })
  }

const dayOfReturn =
  ({ mapping: { returnedOn, days }, today }: Reading, lentOn: Day) =>
  ({ cell }: Row): Read<LedgerReturn> => {
    const written = readDay(days)(cell(returnedOn))
    switch (written._tag) {
      case 'Whole':
        return on(lentOn, today)(written.day, 'whole')
      case 'Partly':
        return on(lentOn, today)(firstDayThatFits(lentOn)(written.parts), 'partly')
      case 'NotWritten':
        return E.right({ _tag: 'Never' })
      case 'NotInCalendar':
        return E.left('day of return not in the calendar')
      case 'Unreadable':
        return E.left('day of return unreadable')
    }
  }

const present = (key: string, reason: RejectReason): Read<string> => (key === '' ? E.left(reason) : E.right(key))

/** A row as a loan, or the first reason in it why it is none. */
export const toLoan =
  (reading: Reading) =>
  (row: Row): E.Either<Reject, LedgerLoan> =>
    pipe(
      E.Do,
      E.bind('lentOn', () => dayOfLending(reading)(row)),
      E.bind('borrower', () => present(keyOf(reading.mapping.borrower)(row), 'no borrower')),
      E.bind('title', () => present(keyOf(reading.mapping.title)(row), 'no title')),
      E.bind('returned', ({ lentOn }) => dayOfReturn(reading, lentOn)(row)),
      E.map((loan) => ({
        ...loan,
        row: row.number,
        borrowerName: firstOf(reading.mapping.borrowerName)(row),
        titleName: firstOf([...reading.mapping.titleName, ...reading.mapping.title])(row),
        author: firstOf(reading.mapping.author)(row) || null,
      })),
      E.mapLeft((reason) => ({ row: row.number, reason })),
    )
