import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { Unavailable } from '../../../domain/ports/scope-keys'
import type { KekRing } from '../../../retention/keys/kek-ring'
import { kekRingAtAcceptedEpoch } from '../../../retention/keys/kek-ring-at-accepted-epoch'
import type { PostgresKeyStore } from '../../stores/keystore/postgres/postgres-key-store'

/** The ring as one of several processes uses it. Unavailable when it lacks the epoch in which the others wrap keys. */
export const openSharedRing = (
  ring: KekRing,
  { acceptedEpoch }: Pick<PostgresKeyStore, 'acceptedEpoch'>,
): TE.TaskEither<Unavailable, KekRing> => {
  const shared = kekRingAtAcceptedEpoch(ring, acceptedEpoch)
  return pipe(
    shared.reload,
    TE.map(() => shared),
  )
}
