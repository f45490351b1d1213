import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { LedgerLoan, Reject } from './ledger-loan'
import { columnsOf, type Mapping } from './mapping'
import { readRows, type ColumnIsMissing, type FileIsUnreadable } from './read-rows'
import { toLoan } from './to-loan'

/** A ledger, read: every row is a loan or a reject. */
export interface Ledger {
  /** SHA-256 of the file, in hex. */
  readonly fingerprint: string
  readonly rows: number
  readonly loans: ReadonlyArray<LedgerLoan>
  readonly rejects: ReadonlyArray<Reject>
}

/** One copy of each text, however many rows repeat it: memory holds some 150 bytes a row, and each name once. */
const sharing = () => {
  const texts = new Map<string, string>()
  const shared = (text: string): string => {
    const known = texts.get(text)
    if (known !== undefined) return known
    texts.set(text, text)
    return text
  }
  return (loan: LedgerLoan): LedgerLoan => ({
    ...loan,
    borrower: shared(loan.borrower),
    borrowerName: shared(loan.borrowerName),
    title: shared(loan.title),
    titleName: shared(loan.titleName),
    author: loan.author === null ? null : shared(loan.author),
  })
}

const unreadable = (error: unknown): FileIsUnreadable => ({
  _tag: 'FileIsUnreadable',
  reason: (error as { readonly code?: string }).code ?? 'not a table of text',
})

/** Reads a ledger. */
export const readLedger =
  (mapping: Mapping) =>
  (file: string): TaskEither<ColumnIsMissing | FileIsUnreadable, Ledger> =>
  async () => {
    const loans: LedgerLoan[] = []
    const rejects: Reject[] = []
    const shared = sharing()
    try {
      const read = await readRows(file, mapping.separator ?? ',', columnsOf(mapping), (row) => {
        const loan = toLoan(mapping)(row)
        if (E.isRight(loan)) loans.push(shared(loan.right))
        else rejects.push(loan.left)
      })
      if ('_tag' in read) return E.left(read)
      return E.right({ fingerprint: read.fingerprint, rows: loans.length + rejects.length, loans, rejects })
    } catch (error) {
      return E.left(unreadable(error))
    }
  }
