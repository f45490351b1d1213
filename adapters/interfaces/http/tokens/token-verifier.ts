import type { TaskEither } from 'fp-ts/TaskEither'
import type { HttpCaller } from './caller'

/** The token is invalid, expired, or has unknown claims. The answer does not say which. */
export interface TokenIsRefused {
  readonly _tag: 'TokenIsRefused'
}

/** The keys that verify tokens cannot be fetched. */
export interface TokensUnavailable {
  readonly _tag: 'TokensUnavailable'
}

/** Verifies bearer tokens. */
export interface TokenVerifier {
  readonly verify: (token: string) => TaskEither<TokenIsRefused | TokensUnavailable, HttpCaller>
}
