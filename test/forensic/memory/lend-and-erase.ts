import { createInterface } from 'node:readline'
import { openRunningLibrary } from '../../../adapters/composition/open-running-library'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { lendCopy } from '../../../domain/use-cases/lend-copy'
import { registerBorrower } from '../../../domain/use-cases/register-borrower'
import { changeCopy } from '../../../domain/use-cases/change-copy'
import { requestErasure } from '../../../domain/use-cases/request-erasure'
import { returnCopy } from '../../../domain/use-cases/return-copy'
import { addDays } from '../../../domain/values/day'
import type { BorrowerId, CopyId, TitleId } from '../../../domain/values/ids'
import { oreFromKroner } from '../../../domain/values/ore'
import { borrowerById } from '../../../projections/borrowers/borrower-record-queries'
import { testOpenOptions } from '../../fixtures/running-library'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { homeBranch, nowOnce } from '../../e2e/use-case-steps'
import { canariesOf, people } from './canaries'

const copyOf = (person: number): CopyId => String(3_274_626_000 + person) as CopyId

const register = async (library: RunningLibrary, person: number): Promise<BorrowerId> => {
  const { name, email, cardNumber } = canariesOf(person)
  const registered = await registerBorrower(library.useCaseDependencies)({
    person: {
      ...{ number: `10${String(person)}`, cpr: null, name, birthDate: null, group: 'adult' as const },
      ...{ municipality: null, homeBranch, language: 'da' as const },
    },
    contactDetails: {
      ...{ careOf: null, address: null, phones: [], mobileForNotices: null },
      ...{ emails: [email], emailForNotices: email },
    },
    verifiedEmails: [email],
    presentedCard: { number: cardNumber, pin: null },
    ...nowOnce(library),
  })()
  return rightOrThrow(registered).borrower
}

const acquire = async (library: RunningLibrary, person: number): Promise<void> => {
  const copy = copyOf(person)
  rightOrThrow(
    await changeCopy(library.useCaseDependencies)(copy, nowOnce(library))({
      ...{ type: 'Acquire', copy, title: '52557240' as TitleId, branch: homeBranch, group: 'standard' },
      ...{ ageLimit: null, price: oreFromKroner(200), name: 'Pelle Erobreren', author: 'Martin Andersen Nexø' },
    })(),
  )
}

/** Registers people, lends each of them a copy, and reads what the library knows of them. */
const lend = async (library: RunningLibrary): Promise<ReadonlyArray<BorrowerId>> => {
  const borrowers: BorrowerId[] = []
  for (const person of people) {
    await acquire(library, person)
    const borrower = await register(library, person)
    const lending = { copy: copyOf(person), borrower, branch: homeBranch, ...nowOnce(library) }
    rightOrThrow(await lendCopy(library.useCaseDependencies)(lending)())
    borrowers.push(borrower)
  }
  rightOrThrow(await library.catchUpReadModels())
  for (const borrower of borrowers) borrowerById(borrower)(library.rows)
  return borrowers
}

/** Returns all copies, erases the loans 30 days later, and then the people, on request. */
const erase = async (library: RunningLibrary, borrowers: ReadonlyArray<BorrowerId>): Promise<void> => {
  const { useCaseDependencies } = library
  for (const person of people)
    rightOrThrow(
      await returnCopy(useCaseDependencies)({ copy: copyOf(person), branch: homeBranch, ...nowOnce(library) })(),
    )
  const today = useCaseDependencies.commandHandling.clock.today()
  rightOrThrow(await library.clock.moveTo(addDays(32)(today), () => undefined)())
  for (const borrower of borrowers)
    rightOrThrow(await requestErasure(useCaseDependencies)({ borrower, ...nowOnce(library) })())
  const { failed, overdue } = await library.retention.run()
  if (failed.length > 0 || overdue > 0) throw new Error(failed.join())
}

/** Reads both logs, and opens what can be opened. */
const read = async (library: RunningLibrary): Promise<void> => {
  rightOrThrow(await library.rebuildReadModels(() => undefined)())
}

/** Does what each line of the input says, and answers with the same line when it is done. */
const main = async (folder: string): Promise<void> => {
  const library = rightOrThrow(await openRunningLibrary(folder, testOpenOptions)())
  let borrowers: ReadonlyArray<BorrowerId> = []
  process.stdout.write('open\n')
  for await (const line of createInterface({ input: process.stdin })) {
    if (line === 'lend') borrowers = await lend(library)
    if (line === 'roll') rightOrThrow(await library.epochs.roll(() => undefined)())
    if (line === 'read') await read(library)
    if (line === 'erase') await erase(library, borrowers)
    process.stdout.write(`${line}\n`)
  }
}

void main(process.argv[2] ?? '')
