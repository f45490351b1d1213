import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import type { BorrowerId, GuardianshipId } from '../../../domain/values/ids'
import { changeBorrower } from '../../../domain/use-cases/change-borrower'
import { registeredGuardianOf } from '../../../projections/guardians/guardian-queries'
import { messagesOfBorrower } from '../../../projections/messages/message-queries'
import { nowOnce } from '../use-case-steps'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp } from '../../adapters/interfaces/http/http-steps'
import { withHttpServer, type ServedLibrary } from '../../adapters/interfaces/http/with-http-server'
import type { OpenRunningLibraryOptions } from '../../../adapters/composition/open-running-library-options'

export const contactByEmail = {
  ...{ careOf: null, address: 'Vejen 1, 9000 Aalborg', phones: ['20123456'] },
  ...{ mobileForNotices: null, emails: ['anna@example.dk'], emailForNotices: 'anna@example.dk' },
}

/** Registers a borrower over HTTP who has confirmed the e-mail for notices. */
export const registerWithVerifiedEmail = async (
  library: ServedLibrary,
  overrides: object = {},
): Promise<BorrowerId> => {
  const borrower = await registerBorrowerByHttp(library, { contact: contactByEmail, ...overrides })
  await verifyEmail(library, borrower, contactByEmail.emailForNotices)
  return borrower
}

/** Confirms an e-mail of a borrower. */
export const verifyEmail = async ({ runningLibrary }: ServedLibrary, borrower: BorrowerId, email: string) => {
  const verify = { type: 'VerifyEmail', borrower, email } as const
  rightOrThrow(
    await changeBorrower(runningLibrary.useCaseDependencies)(borrower, nowOnce(runningLibrary))(() => verify)(),
  )
}

/** Confirms the e-mail for notices of the guardian of a borrower. */
export const verifyEmailOfGuardian = async ({ runningLibrary }: ServedLibrary, borrower: BorrowerId) => {
  rightOrThrow(await runningLibrary.catchUpReadModels())
  const guardian = registeredGuardianOf(borrower)(runningLibrary.rows)
  const email = guardian?.details.emailForNotices ?? ''
  const guardianship = guardian?.guardianship as GuardianshipId
  const verify = { type: 'VerifyGuardianEmail', borrower, guardianship, email } as const
  rightOrThrow(
    await changeBorrower(runningLibrary.useCaseDependencies)(borrower, nowOnce(runningLibrary))(() => verify)(),
  )
}

/** A borrower with an e-mail address, to whom copies with these names are lent on the first day. */
export const lendNamed = async (
  library: ServedLibrary,
  names: ReadonlyArray<string>,
  overrides: object = {},
): Promise<{ readonly borrower: BorrowerId; readonly copies: ReadonlyArray<string> }> => {
  const borrower = await registerWithVerifiedEmail(library, overrides)
  const copies: string[] = []
  for (const name of names) {
    const copy = await acquireCopyByHttp(library, { name })
    expect((await lendCopyByHttp(library, copy, borrower)).status).toBe(201)
    copies.push(copy)
  }
  return { borrower, copies }
}

/** Kind and day of each message to a borrower, earliest first. */
export const messagesTo = async (
  library: Pick<RunningLibrary, 'rows' | 'catchUpReadModels'>,
  borrower: BorrowerId,
): Promise<ReadonlyArray<string>> => {
  rightOrThrow(await library.catchUpReadModels())
  return messagesOfBorrower(borrower)(library.rows).map(({ kind, madeOn }) => `${madeOn} ${kind}`)
}

export const withLibrary =
  (use: (library: ServedLibrary) => Promise<void>, options: Partial<OpenRunningLibraryOptions> = {}) =>
  () =>
    withHttpServer(use, undefined, options)
