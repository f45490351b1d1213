import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import type { KeyStore } from '../../../retention/keys/key-store'
import { keysUnavailable } from '../../../retention/keys/keys-unavailable'

/**
 * Fails when logs are missing or empty although the key store has keys: those keys belong to other logs, and new logs
 * are not made. `reason` says what is missing.
 */
export const refuseMissingLogs = (
  isMissing: boolean,
  reason: string,
  { count }: KeyStore,
): TE.TaskEither<Unavailable, void> =>
  isMissing
    ? pipe(
        count,
        TE.filterOrElse(
          ({ living, fenced }) => living + fenced === 0,
          () => keysUnavailable(reason),
        ),
        TE.map(() => undefined),
      )
    : TE.right(undefined)
