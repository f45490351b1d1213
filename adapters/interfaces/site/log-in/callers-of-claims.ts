import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { guardianshipsOfCpr } from '../../../../projections/guardians/guardian-queries'
import type { Cpr } from '../../../../domain/values/cpr'
import type { RunningLibrary } from '../../../processes/running-library/running-library'
import type { LogInClaims } from '../../../outside/log-in/log-in-provider'
import { refuseBlockedLogIn } from '../../http/access/refuse-blocked-log-in'
import { CprAsWritten, normalizeCpr } from '../../http/codecs/text-pattern-codecs'
import type { HttpFailure } from '../../http/problems/http-failure'
import { findBorrowerId } from '../../http/resources/borrowers/find-borrower-id'
import { readCaughtUpRows } from '../../http/resources/read-caught-up-rows'
import { callerFromClaims } from '../../http/tokens/caller-from-claims'
import type { KnownCaller } from '../sessions/session'

/** The most children of a guardian whom one session names: a session has room for so many. */
const maxGuardianships = 20

type Callers = TE.TaskEither<HttpFailure, ReadonlyArray<KnownCaller>>

const borrowerWith =
  (library: RunningLibrary) =>
  (cpr: string): Callers =>
    pipe(
      findBorrowerId(library)({ kind: 'cpr', value: cpr }),
      TE.flatMapEither((borrower): E.Either<HttpFailure, ReadonlyArray<KnownCaller>> => {
        if (borrower === undefined) return E.right([])
        return pipe(
          refuseBlockedLogIn(library.rows)(borrower),
          E.map((subject) => [{ role: 'borrower', subject }]),
        )
      }),
    )

/** The subject of a guardian is the first guardianship: a session holds no CPR number. */
const guardianWith =
  (library: RunningLibrary) =>
  (cpr: string): Callers =>
    pipe(
      readCaughtUpRows(library),
      TE.map(guardianshipsOfCpr(cpr)),
      TE.map((guardianships) => {
        const [subject] = guardianships
        return subject === undefined ? [] : [{ role: 'guardian', subject, guardianships } as const]
      }),
    )

/** As whom a person with a CPR number may act: as a borrower, as a guardian, as both, or as nobody. */
const callersWithCpr =
  (library: RunningLibrary) =>
  (cpr: string): Callers =>
    pipe(
      readCaughtUpRows(library),
      TE.flatMap(() => borrowerWith(library)(cpr)),
      TE.flatMap((borrower) =>
        pipe(
          guardianWith(library)(cpr),
          TE.map((guardian) => [...borrower, ...guardian]),
        ),
      ),
    )

const callerNamedBy = (claims: LogInClaims): ReadonlyArray<KnownCaller> => {
  const caller = callerFromClaims(claims)
  return E.isRight(caller) && caller.right.role !== 'anyone' ? [caller.right] : []
}

const withFewGuardianships = (caller: KnownCaller): KnownCaller =>
  caller.role === 'guardian' && caller.guardianships.length > maxGuardianships
    ? { ...caller, guardianships: caller.guardianships.slice(0, maxGuardianships), hasMoreChildren: true }
    : caller

/** The CPR number that a provider says; undefined when it says none. */
export const cprOfClaims = (cprClaim: string | undefined, claims: LogInClaims): Cpr | undefined => {
  const cpr = cprClaim === undefined ? undefined : claims[cprClaim]
  return CprAsWritten.is(cpr) ? normalizeCpr(cpr) : undefined
}

/**
 * As whom somebody may act whom a provider has identified: by the claim with the CPR number, which is matched and dropped;
 * without it by role and subject. Empty when the library knows nobody by these claims.
 */
export const callersOfClaims = (
  library: RunningLibrary,
  cprClaim: string | undefined,
  claims: LogInClaims,
): Callers => {
  const cpr = cprOfClaims(cprClaim, claims)
  return pipe(
    cpr === undefined ? TE.right(callerNamedBy(claims)) : callersWithCpr(library)(cpr),
    TE.map((callers) => callers.map(withFewGuardianships)),
  )
}
