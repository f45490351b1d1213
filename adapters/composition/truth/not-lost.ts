import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../domain/ports/keys'
import type { KeyStore } from '../../../retention/keys/key-store'
import { unavailable } from '../../../retention/keys/unavailable'

/**
 * Logs that are missing, or empty, where keys have been made are not the ones that they were made for: they are never
 * begun anew. `reason` says what is missing.
 */
export const notLost = (isMissing: boolean, reason: string, { count }: KeyStore): TE.TaskEither<Unavailable, void> =>
  isMissing
    ? pipe(
        count,
        TE.filterOrElse(
          ({ living, fenced }) => living + fenced === 0,
          () => unavailable(reason),
        ),
        TE.map(() => undefined),
      )
    : TE.right(undefined)
