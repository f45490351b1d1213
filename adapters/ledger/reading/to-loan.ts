import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Day } from '../../../domain/language/day'
import type { LedgerLoan, LedgerReturn, Reject, RejectReason } from './ledger-loan'
import type { Mapping } from './mapping'
import { firstDayThatFits } from './partly-known'
import { firstOf, keyOf, type Row } from './row'
import { readDay } from './written-day'

type Read<A> = E.Either<RejectReason, A>

const dayOfLending =
  ({ lentOn, days }: Mapping) =>
  ({ cell }: Row): Read<Day> => {
    const written = readDay(days)(cell(lentOn))
    switch (written._tag) {
      case 'Whole':
        return E.right(written.day)
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

const on = (lentOn: Day, day: Day | undefined, known: 'whole' | 'partly'): Read<LedgerReturn> =>
  day === undefined || day < lentOn ? E.left('returned before it was lent') : E.right({ _tag: 'On', day, known })

const dayOfReturn =
  ({ returnedOn, days }: Mapping, lentOn: Day) =>
  ({ cell }: Row): Read<LedgerReturn> => {
    const written = readDay(days)(cell(returnedOn))
    switch (written._tag) {
      case 'Whole':
        return on(lentOn, written.day, 'whole')
      case 'Partly':
        return on(lentOn, firstDayThatFits(lentOn)(written.parts), 'partly')
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
  (mapping: Mapping) =>
  (row: Row): E.Either<Reject, LedgerLoan> =>
    pipe(
      E.Do,
      E.bind('lentOn', () => dayOfLending(mapping)(row)),
      E.bind('borrower', () => present(keyOf(mapping.borrower)(row), 'no borrower')),
      E.bind('title', () => present(keyOf(mapping.title)(row), 'no title')),
      E.bind('returned', ({ lentOn }) => dayOfReturn(mapping, lentOn)(row)),
      E.map((loan) => ({
        ...loan,
        row: row.number,
        borrowerName: firstOf(mapping.borrowerName)(row),
        titleName: firstOf([...mapping.titleName, ...mapping.title])(row),
        author: firstOf(mapping.author)(row) || null,
      })),
      E.mapLeft((reason) => ({ row: row.number, reason })),
    )
