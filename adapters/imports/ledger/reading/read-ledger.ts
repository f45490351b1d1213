import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { Day } from '../../../../domain/values/day'
import type { LedgerLoan, LedgerReturn, RejectedRow } from './ledger-loan'
import { columnsOfMapping } from './column-mapping'
import { readCsvRows, type ColumnIsMissing, type FileIsUnreadable } from './read-csv-rows'
import { toLedgerLoan, type LedgerReadOptions } from './to-ledger-loan'

/** The content of a ledger: every row is a loan or is rejected. */
export interface Ledger {
  /** SHA-256 of the file, in hex. */
  readonly fingerprint: string
  readonly rows: number
  readonly loans: ReadonlyArray<LedgerLoan>
  readonly rejects: ReadonlyArray<RejectedRow>
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
  const returns = new Map<string, LedgerReturn>()
  const internedReturn = (returned: LedgerReturn): LedgerReturn => {
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

const readErrorReasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
  EISDIR: 'it is a folder',
}

const toFileIsUnreadable =
  (file: string) =>
  (error: unknown): FileIsUnreadable => {
    const code = (error as { readonly code?: string }).code ?? ''
    return { _tag: 'FileIsUnreadable', file, reason: readErrorReasons[code] ?? 'it is not a table of text' }
  }

/** Reads a ledger from a file. */
export const readLedger =
  (options: LedgerReadOptions) =>
  (file: string): TaskEither<ColumnIsMissing | FileIsUnreadable, Ledger> =>
  async () => {
    const loans: LedgerLoan[] = []
    const rejects: RejectedRow[] = []
    const internLoan = createInterner()
    const { mapping } = options
    try {
      const read = await readCsvRows(file, mapping.separator ?? ',', columnsOfMapping(mapping), (row) => {
        const loan = toLedgerLoan(options)(row)
        if (E.isRight(loan)) loans.push(internLoan(loan.right))
        else rejects.push(loan.left)
      })
      if ('_tag' in read) return E.left(read)
      return E.right({ fingerprint: read.fingerprint, rows: loans.length + rejects.length, loans, rejects })
    } catch (error) {
      return E.left(toFileIsUnreadable(file)(error))
    }
  }
