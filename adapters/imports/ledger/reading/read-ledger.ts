import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { Day } from '../../../../domain/values/day'
import type { CsvError } from '../../csv/csv-error'
import type { CsvRow } from '../../csv/csv-row'
import { readCsvRows, type CsvFileSummary } from '../../csv/read-csv-rows'
import type { LedgerLoan, LedgerReturnDay, RejectedRowWithLines } from './ledger-loan'
import { columnsOfMapping } from './ledger-column-mapping'
import { parseLedgerLoan, type LedgerReadOptions } from './parse-ledger-loan'

/** The content of a ledger: every row is a loan or is rejected. */
export interface Ledger extends CsvFileSummary {
  readonly rows: number
  readonly loans: ReadonlyArray<LedgerLoan>
  readonly rejects: ReadonlyArray<RejectedRowWithLines>
}

/** Keeps one copy of each text and each return, however many rows repeat it: memory holds about 100 bytes a row. */
const createInterner = () => {
  const texts = new Map<string, string>()
  const interned = (text: string): string => {
    const existing = texts.get(text)
    if (existing !== undefined) return existing
    texts.set(text, text)
    return text
  }
  const returns = new Map<string, LedgerReturnDay>()
  const internedReturn = (returned: LedgerReturnDay): LedgerReturnDay => {
    const key = returned._tag === 'Never' ? 'never' : `${returned.known} ${returned.day}`
    const existing = returns.get(key)
    if (existing !== undefined) return existing
    returns.set(key, returned)
    return returned
  }
  return (loan: LedgerLoan): LedgerLoan => ({
    ...loan,
    lentOn: interned(loan.lentOn) as Day,
    returned: internedReturn(loan.returned),
    borrower: interned(loan.borrower),
    borrowerName: interned(loan.borrowerName),
    title: interned(loan.title),
    titleName: interned(loan.titleName),
    author: loan.author === null ? null : interned(loan.author),
  })
}

/** Reads a ledger from a file. Every line of the file is the headings, blank, a loan, or part of a rejected row. */
export const readLedger =
  (options: LedgerReadOptions) =>
  (file: string): TaskEither<CsvError, Ledger> =>
  async () => {
    const loans: LedgerLoan[] = []
    const rejects: RejectedRowWithLines[] = []
    const internLoan = createInterner()
    const { mapping } = options
    const readRow = (row: CsvRow): void => {
      const { firstLine, lastLine } = row
      const loan = row._tag === 'Cells' ? parseLedgerLoan(options)(row) : E.left({ row: row.number, reason: row.error })
      if (E.isRight(loan)) loans.push(internLoan(loan.right))
      else rejects.push({ ...loan.left, firstLine, lastLine })
    }
    const csvOptions = { separator: mapping.separator ?? ',', requiredColumns: columnsOfMapping(mapping) }
    return pipe(
      await readCsvRows(file, csvOptions, readRow),
      E.map((read) => ({ ...read, rows: loans.length + rejects.length, loans, rejects })),
    )
  }
