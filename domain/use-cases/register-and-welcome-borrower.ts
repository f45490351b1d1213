import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { makeNotice } from './make-notice'
import { registerBorrower } from './register-borrower'
import type { UseCaseDependencies } from './use-case-dependencies'

/**
 * Registers a borrower and welcomes them. A request that is repeated after a crash makes the notice that is missing.
 * Borrowers whom another system had registered are imported without a welcome: `registerBorrower`.
 */
export const registerAndWelcomeBorrower =
  (dependencies: UseCaseDependencies) =>
  (request: Parameters<ReturnType<typeof registerBorrower>>[0]): ReturnType<ReturnType<typeof registerBorrower>> =>
    pipe(
      registerBorrower(dependencies)(request),
      TE.chainFirstW(({ borrower }) => makeNotice(dependencies)({ kind: 'welcome', borrower }, 'registration')),
    )
