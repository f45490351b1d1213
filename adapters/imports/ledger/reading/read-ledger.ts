import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { Day } from '../../../../domain/values/day'
import type { LedgerLoan, LedgerReturn, Reject } from './ledger-loan'
import { columnsOf } from './mapping'
import { readRows, type ColumnIsMissing, type FileIsUnreadable } from './read-rows'
import { toLoan, type Reading } from './to-loan'

/** A ledger, read: every row is a loan or a reject. */
export interface Ledger {
  /** SHA-256 of the file, in hex. */
  readonly fingerprint: string
  readonly rows: number
  readonly loans: ReadonlyArray<LedgerLoan>
  readonly rejects: ReadonlyArray<Reject>
}

/** One copy of each text and each day of return, however many rows repeat it: memory holds some 100 bytes a row. */
const sharing = () => {
  const texts = new Map<string, string>()
  const shared = (text: string): string => {
    const known = texts.get(text)
    if (known !== undefined) return known
    texts.set(text, text)
    return text
  }
  const returns = new Map<string, LedgerReturn>()
  const sharedReturn = (returned: LedgerReturn): LedgerReturn => {
    const key = returned._tag === 'Never' ? 'never' : `${returned.known} ${returned.day}`
    const known = returns.get(key)
    if (known !== undefined) return known
    returns.set(key, returned)
    return returned
  }
  return (loan: LedgerLoan): LedgerLoan => ({
    ...loan,
    lentOn: shared(loan.lentOn) as Day,
    returned: sharedReturn(loan.returned),
    borrower: shared(loan.borrower),
    borrowerName: shared(loan.borrowerName),
    title: shared(loan.title),
    titleName: shared(loan.titleName),
    author: loan.author === null ? null : shared(loan.author),
  })
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
  EISDIR: 'it is a folder',
}

const unreadable =
  (file: string) =>
  (error: unknown): FileIsUnreadable => {
    const code = (error as { readonly code?: string }).code ?? ''
    return { _tag: 'FileIsUnreadable', file, reason: reasons[code] ?? 'it is not a table of text' }
  }

/** Reads a ledger. */
export const readLedger =
  (reading: Reading) =>
  (file: string): TaskEither<ColumnIsMissing | FileIsUnreadable, Ledger> =>
  async () => {
    const loans: LedgerLoan[] = []
    const rejects: Reject[] = []
    const shared = sharing()
    const { mapping } = reading
    try {
      const read = await readRows(file, mapping.separator ?? ',', columnsOf(mapping), (row) => {
        const loan = toLoan(reading)(row)
        if (E.isRight(loan)) loans.push(shared(loan.right))
        else rejects.push(loan.left)
      })
      if ('_tag' in read) return E.left(read)
      return E.right({ fingerprint: read.fingerprint, rows: loans.length + rejects.length, loans, rejects })
    } catch (error) {
      return E.left(unreadable(file)(error))
    }
  }
