import type { TaskEither } from 'fp-ts/TaskEither'

/** What a provider says of a person who has logged in. */
export type LogInClaims = Readonly<Record<string, unknown>>

/** What the answer of a provider is checked with. It is kept on the server while a log-in is under way. */
export interface LogInSecrets {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
}

/**
 * Why nobody could be logged in: the person gave up, the provider cannot be reached, or it answered what cannot be believed.
 * `code` is one of the standard's or the library's, and repeats nothing that was sent.
 */
export interface LogInFailed {
  readonly _tag: 'LogInFailed'
  readonly because: 'givenUp' | 'providerUnavailable' | 'answerRefused'
  readonly code: string
}

/** A log-in as the site asks for it. */
export interface LogInRequest {
  /** The address to which the provider sends the person back. */
  readonly returnUrl: string
  readonly language: 'da' | 'en'
  /** Whether the person must prove anew who they are. */
  readonly isFresh: boolean
}

/** A service that tells who somebody is. */
export interface LogInProvider {
  /** The origin of its pages. */
  readonly origin: string
  /** Where the person goes to log in, and the secrets with which the answer is checked. */
  readonly begin: (
    request: LogInRequest,
  ) => TaskEither<LogInFailed, { readonly url: string; readonly secrets: LogInSecrets }>
  /** `address`: the address of the request with which the person comes back. */
  readonly finish: (address: URL, secrets: LogInSecrets) => TaskEither<LogInFailed, LogInClaims>
  /** Where the person goes to log out there too; undefined when it offers no such page. */
  readonly endSessionUrl: (returnUrl: string) => TaskEither<LogInFailed, string | undefined>
}
