import type { TaskEither } from 'fp-ts/TaskEither'
import type { HttpCaller } from './caller'

/** Why a token is refused. */
export type TokenRefusalReason =
  | 'tokenMalformed'
  | 'tokenExpired'
  | 'tokenNotYetValid'
  | 'audienceWrong'
  | 'issuerWrong'
  | 'signatureWrong'
  | 'algorithmNotAllowed'
  | 'keyUnknown'
  | 'claimMissing'
  | 'claimMalformed'
  | 'roleMissing'
  | 'roleUnknown'
  | 'subjectNotBorrowerId'
  | 'guardianshipsMalformed'

/** The token is invalid. The reason names what is wrong with it, and never repeats a value of it. */
export interface TokenIsRefused {
  readonly _tag: 'TokenIsRefused'
  readonly because: TokenRefusalReason
}

export const tokenIsRefused = (because: TokenRefusalReason): TokenIsRefused => ({ _tag: 'TokenIsRefused', because })

/** The keys that verify tokens cannot be fetched from the issuer, or are no key set. */
export interface TokensUnavailable {
  readonly _tag: 'TokensUnavailable'
  /** Why, with a code. Names no token. */
  readonly reason: string
}

/** Verifies bearer tokens. */
export interface TokenVerifier {
  readonly verify: (token: string) => TaskEither<TokenIsRefused | TokensUnavailable, HttpCaller>
  /** Fetches the keys of the issuer anew. Absent when the keys are not fetched from anywhere. */
  readonly fetchKeys?: TaskEither<TokensUnavailable, void>
}
