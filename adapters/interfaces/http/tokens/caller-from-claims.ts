import * as E from 'fp-ts/Either'
import * as t from 'io-ts'
import { BorrowerId, GuardianshipId } from '../../../../domain/values/ids'
import { CallerRole, VideoViewerRole, type HttpCaller } from './caller'
import { tokenIsRefused, type TokenIsRefused } from './token-verifier'

/** The claims of a token whose signature, issuer, audience and times are right. */
export type TokenClaims = Readonly<Record<string, unknown>>

const Guardianships = t.readonlyArray(GuardianshipId)

/** The most children that a token names. */
const maxGuardianships = 50

const guardianFromClaims = (subject: string, guardianships: unknown): E.Either<TokenIsRefused, HttpCaller> =>
  Guardianships.is(guardianships) && guardianships.length <= maxGuardianships
    ? E.right({ role: 'guardian', subject, guardianships })
    : E.left(tokenIsRefused('guardianshipsMalformed'))

/** `auth_time` of OpenID Connect, in seconds since 1970. */
const loggedInAtFrom = (authTime: unknown): { readonly loggedInAt?: number } =>
  typeof authTime === 'number' && Number.isSafeInteger(authTime) ? { loggedInAt: authTime * 1000 } : {}

/** The caller that the claims of a token name. The subject of a borrower must be a borrower id. */
export const callerFromClaims = (claims: TokenClaims): E.Either<TokenIsRefused, HttpCaller> => {
  const { sub, role, guardianships } = claims
  if (role === undefined) return E.left(tokenIsRefused('roleMissing'))
  if (!CallerRole.is(role)) return E.left(tokenIsRefused('roleUnknown'))
  if (typeof sub !== 'string') return E.left(tokenIsRefused('claimMalformed'))
  if (sub === '') return E.left(tokenIsRefused('claimMissing'))
  if (role === 'guardian') return guardianFromClaims(sub, guardianships)
  if (VideoViewerRole.is(role)) return E.right({ role, subject: sub, ...loggedInAtFrom(claims['auth_time']) })
  if (role !== 'borrower') return E.right({ role, subject: sub })
  return BorrowerId.is(sub) ? E.right({ role, subject: sub }) : E.left(tokenIsRefused('subjectNotBorrowerId'))
}
