import { confirmCollectionFile } from '../../../domain/use-cases/confirm-collection-file'
import { changeFeeCollection } from '../../../domain/use-cases/change-fee-collection'
import { makeCollectionFile } from '../../../domain/use-cases/make-collection-file'
import type { DebtToCollect } from '../../../domain/collection/debt-to-collect'
import { broken, type BrokenPromise } from '../checks/broken-promise'
import { readCollectionFile } from '../collector-of-year'
import type { TrueFee } from '../ground-truth/true-fees'
import { attempt, count, metadataIn, nextNumber, todayIn, type SimulatedYear } from '../simulated-year'
import { withText } from './fees'
import { madeUpText } from './made-up-people'

/** Staff ask for the written notice that comes before a collection. */
export const requestCollectionNotice = async (year: SimulatedYear, fee: TrueFee): Promise<void> => {
  const on = todayIn(year)
  const change = changeFeeCollection(year.library.useCaseDependencies)(fee.borrower, metadataIn(year))
  const command = { type: 'RequestCollectionNotice', fee: fee.fee, role: 'staff', on } as const
  if ((await attempt(year, 'collection notice requested', change(command))) === undefined) return
  fee.collection = 'noticeRequested'
  fee.noticeRequestedOn = on
}

/** Staff take a fee back from collection: it is paid here again. */
export const recallFromCollection = async (year: SimulatedYear, fee: TrueFee): Promise<void> => {
  const reason = madeUpText('Gebyr', nextNumber(year))
  const change = changeFeeCollection(year.library.useCaseDependencies)(fee.borrower, metadataIn(year))
  const command = { type: 'RecallFromCollection', fee: fee.fee, reason, role: 'staff', on: todayIn(year) } as const
  if ((await attempt(year, 'recalled from collection', change(command))) === undefined) return
  year.groundTruth.scopes.set(fee.fee, withText(year, fee.fee, reason))
  Object.assign(fee, { collection: 'none', noticeRequestedOn: null, payBy: null })
}

/** "Written notice first": a fee goes into a file after its last day to pay, or again when no file was handed out. */
const isReady =
  (on: string) =>
  ({ settledOn, collection, payBy }: TrueFee): boolean =>
    settledOn === null && (collection === 'selected' || (collection === 'noticeSent' && payBy !== null && payBy < on))

const lineOf = (reference: string, amount: number, name: string | undefined): string =>
  `${reference} ${String(amount)} ${name ?? ''}`

const isRight = (
  { groundTruth }: SimulatedYear,
  debts: ReadonlyArray<DebtToCollect>,
  due: ReadonlyArray<TrueFee>,
): boolean => {
  const listed = debts.map(({ reference, amount, debtor }) => lineOf(reference, amount, debtor.name))
  const expected = due.map(({ fee, amount, borrower }) =>
    lineOf(fee, amount, groundTruth.borrowers.get(borrower)?.person.name),
  )
  return [...listed].sort().join() === [...expected].sort().join()
}

/** So much of the end of an encrypted file is searched for: no other file has it. */
const lengthToSearch = 64

/** Notes a file to the collector: it must stand nowhere. */
export const noteCollectionFile = ({ groundTruth }: SimulatedYear, text: string): void =>
  void groundTruth.collectionFiles.push({ text: text.slice(-lengthToSearch), kind: 'disclosures' })

/**
 * An administrator makes a file of all debts that are ready, and hands it out; one file in five is not handed out. Answers what
 * the collector reads that is not owed, or does not read that is.
 */
export const passOnForCollection = async (year: SimulatedYear): Promise<ReadonlyArray<BrokenPromise>> => {
  const { library, groundTruth, random } = year
  await library.useCaseDependencies.waitForReactions()
  const due = [...groundTruth.fees.values()].filter(isReady(todayIn(year)))
  const made = await attempt(year, 'collection file', makeCollectionFile(library.useCaseDependencies))
  if (made === undefined) return due.length === 0 ? [] : [broken('outstandingBalance', 'no collection file', 'library')]
  groundTruth.expectedDisclosures.push(made.file)
  noteCollectionFile(year, made.text)
  for (const fee of due) fee.collection = 'selected'
  const found = isRight(year, await readCollectionFile(made.text), due)
    ? []
    : [broken('outstandingBalance', 'other debts are passed on', made.file)]
  if (random.withProbability(0.2)) return found
  const confirm = confirmCollectionFile(library.useCaseDependencies)(made.file)
  if ((await attempt(year, 'collection file handed out', confirm)) === undefined) return found
  for (const fee of due) fee.collection = 'passedOn'
  count(year, 'passed on for collection', due.length)
  return found
}
