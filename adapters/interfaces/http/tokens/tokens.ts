import type { TaskEither } from 'fp-ts/TaskEither'
import type { Caller } from './caller'

/** The token is not one of ours, is out of date, or says nothing that we understand. Why is nobody's business. */
export interface TokenIsRefused {
  readonly _tag: 'TokenIsRefused'
}

/** The keys that tokens are checked with cannot be fetched. */
export interface TokensUnavailable {
  readonly _tag: 'TokensUnavailable'
}

/** Checks bearer tokens. */
export interface Tokens {
  readonly verify: (token: string) => TaskEither<TokenIsRefused | TokensUnavailable, Caller>
}
