import { borrowerUser, staffUser, type Json, type ServedLibrary } from '../../adapters/interfaces/http/with-http-server'
import type { TrueBorrower } from '../ground-truth/ground-truth'
import { isRefusedLogIn } from '../ground-truth/is-refused-log-in'
import { isReadableAfter } from '../ground-truth/scopes'
import { count } from '../simulated-year'
import { broken, type BrokenPromise, type PromiseName } from './broken-promise'
import type { Midnight } from './midnight'

const textOf = (values: Iterable<unknown>): string => [...values].map(String).sort().join()

/** The values of a member in a list of one kind of data, as the borrower gets it. */
const shownIn = (kinds: Json, kind: string, list: string, member: string): string =>
  textOf(
    ((kinds[kind]?.data?.[list] ?? []) as ReadonlyArray<Readonly<Record<string, unknown>>>).map((row) => row[member]),
  )

/** "The borrower sees": what `GET /me/data` answers is what is known, and no more. */
export const checkOwnData = async (
  { send }: ServedLibrary,
  { year, day }: Midnight,
  borrower: TrueBorrower,
): Promise<ReadonlyArray<BrokenPromise>> => {
  const { groundTruth } = year
  const { id, person, contact, cards } = borrower
  if (isRefusedLogIn(borrower)) return []
  const { kinds } = (await send('GET', '/me/data', { as: borrowerUser(id) })).body
  count(year, 'own data read')
  const isReadable = isReadableAfter(groundTruth)(day)
  const mine = <R extends { readonly borrower: string }>(records: Map<string, R>): ReadonlyArray<string> =>
    [...records]
      .filter(([record, one]) => one.borrower === id && isReadable(groundTruth.scopes.get(record)!))
      .map(([record]) => record)
  const loans = mine(groundTruth.loans).filter((loan) => groundTruth.loans.get(loan as never)?.end !== 'undone')
  const found: ReadonlyArray<readonly [PromiseName, string, string]> = [
    ['name', String(kinds.name?.data?.name), person.name],
    ['cprNumber', String(kinds.cprNumber?.data?.cpr ?? null), String(person.cpr)],
    ['careOf', String(kinds.careOf?.data?.address ?? null), String(contact.address)],
    ['cards', shownIn(kinds, 'cards', 'cards', 'card'), textOf(cards.keys())],
    ['loans', shownIn(kinds, 'loans', 'loans', 'loan'), textOf(loans)],
    [
      'reservations',
      shownIn(kinds, 'reservations', 'reservations', 'reservation'),
      textOf(mine(groundTruth.reservations)),
    ],
    ['outstandingBalance', shownIn(kinds, 'outstandingBalance', 'fees', 'fee'), textOf(mine(groundTruth.fees))],
    ['messages', shownIn(kinds, 'messages', 'messages', 'message'), textOf(mine(groundTruth.messages))],
  ]
  return found.flatMap(([promise, shown, known]) =>
    shown === known ? [] : [broken(promise, 'the borrower sees something else', id)],
  )
}

/** "Debt of 200 kr or more" blocks, and so does any block. In øre. */
const debtThatBlocks = 20_000

/** Whether net media may be used, and the statement of outstanding matters with the note to the borrower on it. */
export const checkNetMediaAndStatement = async (
  { send }: ServedLibrary,
  { year: { groundTruth } }: Midnight,
  { id, person, blocks, notes }: TrueBorrower,
): Promise<ReadonlyArray<BrokenPromise>> => {
  const unsettled = [...groundTruth.fees.values()].filter((fee) => fee.borrower === id && fee.settledOn === null)
  const owed = unsettled.reduce((sum, { amount }) => sum + amount, 0)
  const mayUse = person.municipality === '851' && blocks.size === 0 && owed < debtThatBlocks
  const { body } = await send('GET', `/borrowers/${id}/net-media`, { as: staffUser })
  const statement = await send('GET', `/borrowers/${id}/statement`, { as: staffUser })
  const note = notes?.notes.noteToBorrower ?? ''
  return [
    ...(body.mayUse === mayUse ? [] : [broken('municipality', 'the right to use net media is another', id)]),
    ...(statement.text.includes(note) ? [] : [broken('noteToBorrower', 'is not on the statement', id)]),
    ...(person.cpr !== null && statement.text.includes(person.cpr)
      ? [broken('cprNumber', 'is on a statement', id)]
      : []),
  ]
}
