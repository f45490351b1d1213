import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Day } from '../../../../domain/values/day'
import { freeTextError, type FreeTextError } from '../../../../domain/values/free-text-error'
import type { LedgerLoan, LedgerReturnDay, RejectedRow, RejectReason } from './ledger-loan'
import type { LedgerColumnMapping } from './ledger-column-mapping'
import { earliestPossibleReturnDay } from './earliest-possible-return-day'
import type { CsvCells } from '../../csv/csv-row'
import { firstFilledCell, ledgerKeyOfBorrowerOrTitle } from './read-ledger-cells'
import { parseWrittenDay } from './parse-written-day'

type RowResult<A> = E.Either<RejectReason, A>

/** How rows are read. `today` is the day by the clock of the machine; later days are rejected, whatever the library's clock shows. */
export interface LedgerReadOptions {
  readonly mapping: LedgerColumnMapping
  readonly today: Day
}

const readDayOfLending =
  ({ mapping: { lentOn, days }, today }: LedgerReadOptions) =>
  ({ cell }: CsvCells): RowResult<Day> => {
    const written = parseWrittenDay(days)(cell(lentOn))
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

const toLedgerReturn =
  (lentOn: Day, today: Day) =>
  (day: Day | undefined, known: 'whole' | 'partly'): RowResult<LedgerReturnDay> => {
    if (day === undefined || day < lentOn) return E.left('returned before it was lent')
    return day > today ? E.left('day of return after today') : E.right({ _tag: 'On', day, known })
  }

const readDayOfReturn =
  ({ mapping: { returnedOn, days }, today }: LedgerReadOptions, lentOn: Day) =>
  ({ cell }: CsvCells): RowResult<LedgerReturnDay> => {
    const written = parseWrittenDay(days)(cell(returnedOn))
    switch (written._tag) {
      case 'Whole':
        return toLedgerReturn(lentOn, today)(written.day, 'whole')
      case 'Partly':
        return toLedgerReturn(lentOn, today)(earliestPossibleReturnDay(lentOn)(written.parts), 'partly')
      case 'NotWritten':
        return E.right({ _tag: 'Never' })
      case 'NotInCalendar':
        return E.left('day of return not in the calendar')
      case 'Unreadable':
        return E.left('day of return unreadable')
    }
  }

const requireKey = (key: string, reason: RejectReason): RowResult<string> =>
  key === '' ? E.left(reason) : E.right(key)

interface LedgerNames {
  readonly borrowerName: string
  readonly titleName: string
  readonly author: string
}

const readNames =
  ({ borrowerName, titleName, title, author }: LedgerColumnMapping) =>
  (row: CsvCells): LedgerNames => ({
    borrowerName: firstFilledCell(borrowerName)(row),
    titleName: firstFilledCell([...titleName, ...title])(row),
    author: firstFilledCell(author)(row),
  })

const nameReasons: Readonly<Record<FreeTextError, RejectReason | undefined>> = {
  blank: undefined,
  tooLong: 'a name, title or author that is too long',
  controlCharacters: 'a name, title or author with control characters',
  invisibleCharacters: 'a name, title or author with invisible characters',
  cprNumber: 'a name, title or author with a CPR number',
}

const findNameReason =
  (maxLength: number) =>
  (name: string): RejectReason | undefined => {
    const error = freeTextError(maxLength)(name)
    return error && nameReasons[error]
  }

/** The rules for names are those of every other way into the library. A name may be missing. */
const checkNames = (names: LedgerNames): RowResult<LedgerNames> => {
  const reason =
    findNameReason(200)(names.borrowerName) ?? findNameReason(300)(names.titleName) ?? findNameReason(200)(names.author)
  return reason === undefined ? E.right(names) : E.left(reason)
}

type LoanOfRow = Omit<LedgerLoan, 'row' | keyof LedgerNames>

const readLoan =
  (options: LedgerReadOptions) =>
  (row: CsvCells): RowResult<LoanOfRow> =>
    pipe(
      E.Do,
      E.bind('lentOn', () => readDayOfLending(options)(row)),
      E.bind('borrower', () => requireKey(ledgerKeyOfBorrowerOrTitle(options.mapping.borrower)(row), 'no borrower')),
      E.bind('title', () => requireKey(ledgerKeyOfBorrowerOrTitle(options.mapping.title)(row), 'no title')),
      E.bind('returned', ({ lentOn }) => readDayOfReturn(options, lentOn)(row)),
    )

/** Turns a row into a loan, or rejects it with the first reason found. */
export const parseLedgerLoan =
  (options: LedgerReadOptions) =>
  (row: CsvCells): E.Either<RejectedRow, LedgerLoan> =>
    pipe(
      readLoan(options)(row),
      E.bindTo('loan'),
      E.bind('names', () => checkNames(readNames(options.mapping)(row))),
      E.bimap(
        (reason) => ({ row: row.number, reason }),
        ({ loan, names }) => ({ ...loan, ...names, row: row.number, author: names.author || null }),
      ),
    )
