import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { LedgerLoan, RejectedRow } from './ledger-loan'
import { mappedColumns } from './column-mapping'
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

/** One copy of each text, however many rows repeat it: memory holds some 150 bytes a row, and each name once. */
const createTextInterner = () => {
  const texts = new Map<string, string>()
  const interned = (text: string): string => {
    const existing = texts.get(text)
    if (existing !== undefined) return existing
    texts.set(text, text)
    return text
  }
  return (loan: LedgerLoan): LedgerLoan => ({
    ...loan,
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
    const interned = createTextInterner()
    const { mapping } = options
    try {
      const read = await readCsvRows(file, mapping.separator ?? ',', mappedColumns(mapping), (row) => {
        const loan = toLedgerLoan(options)(row)
        if (E.isRight(loan)) loans.push(interned(loan.right))
        else rejects.push(loan.left)
      })
      if ('_tag' in read) return E.left(read)
      return E.right({ fingerprint: read.fingerprint, rows: loans.length + rejects.length, loans, rejects })
    } catch (error) {
      return E.left(toFileIsUnreadable(file)(error))
    }
  }
