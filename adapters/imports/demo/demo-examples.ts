import { mayLogIn } from '../../../domain/policy/log-in-policy'
import type { BorrowerId, GuardianshipId } from '../../../domain/values/ids'
import {
  cardByNumber,
  pageOfBorrowers,
  recordedBlocksOfBorrower,
} from '../../../projections/borrowers/borrower-record-queries'
import { copyById } from '../../../projections/copies/copy-queries'
import { registeredGuardianOf } from '../../../projections/guardians/guardian-queries'
import type { ReadModelRows } from '../../../projections/read-model/read-model-rows'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import { demoStepOrThrow } from './demo-step-or-throw'
import { demoCopies } from './demo-copies'
import { exampleBorrowers } from './demo-records-for-examples'

/** A borrower and copies of the demo library that the startup message shows as examples. */
export interface DemoExamples {
  /** The borrower of the demo token; undefined when every borrower is erased. */
  readonly borrower: BorrowerId | undefined
  /** The guardianship of the token of the demo guardian; undefined when it has ended. */
  readonly guardianship: GuardianshipId | undefined
  /** A copy whose first loans are erased. */
  readonly copyWithErasedLoan: string
  /** A copy on loan. */
  readonly copyOnLoan: string | undefined
}

/** Adults with something to see: who comes next when the ones before are forgotten. */
const { withOwnToken, withMoreLoans, withNewLoans, withLoans, toChangeContact, toChangePreferences } = exampleBorrowers
const nextBorrowers = [withOwnToken, withMoreLoans, withNewLoans, withLoans, toChangeContact, toChangePreferences]

/** How many of those who are left are tried, when all examples are forgotten. */
const maxTried = 100

const mayLogInNow =
  (rows: ReadModelRows) =>
  (borrower: BorrowerId): boolean =>
    mayLogIn(recordedBlocksOfBorrower(borrower)(rows).map(({ reason }) => reason))

/**
 * The borrower with something of everything; when that one is forgotten or may not log in, the next example, or any borrower
 * who is left. Undefined when nobody is.
 */
export const findDemoBorrower = (rows: ReadModelRows): BorrowerId | undefined => {
  const examples = nextBorrowers.flatMap(({ card }) => cardByNumber(card)(rows)?.borrower ?? [])
  const example = examples.find(mayLogInNow(rows))
  return (
    example ??
    pageOfBorrowers(
      undefined,
      maxTried,
    )(rows)
      .map(({ borrower }) => borrower)
      .find(mayLogInNow(rows))
  )
}

const findGuardianship = (rows: ReadModelRows): GuardianshipId | undefined => {
  const child = cardByNumber(exampleBorrowers.withGuardian.card)(rows)?.borrower
  return child === undefined ? undefined : registeredGuardianOf(child)(rows)?.guardianship
}

const findCopyOnLoan = async ({ useCaseDependencies: dependencies }: RunningLibrary): Promise<string | undefined> => {
  for (const { copy } of [...demoCopies].reverse()) {
    const loan = await dependencies.decisionQueries.currentLoanOf(copy)()
    if (loan._tag === 'Right' && loan.right !== undefined) return copy
  }
  return undefined
}

/** Finds the examples in the present state of the library. Undefined when it is not a demo library. */
export const findDemoExamples = async (library: RunningLibrary): Promise<DemoExamples | undefined> => {
  demoStepOrThrow(await library.catchUpReadModels())
  const [, secondCopy] = demoCopies
  if (!library.isDemo || secondCopy === undefined || copyById(secondCopy.copy)(library.rows) === undefined)
    return undefined
  return {
    borrower: findDemoBorrower(library.rows),
    guardianship: findGuardianship(library.rows),
    copyWithErasedLoan: secondCopy.copy,
    copyOnLoan: await findCopyOnLoan(library),
  }
}
