import { createHash, createHmac } from 'node:crypto'
import { pipe } from 'fp-ts/function'
import * as RNEA from 'fp-ts/ReadonlyNonEmptyArray'
import * as TE from 'fp-ts/TaskEither'
import type { Epoch, KekRing } from '../../../retention/keys/kek-ring'
import type { KeysOfDerivedStores } from './open-derived-stores'
import type { OpenStoresError, PrimaryStores } from './primary-stores'

type Secrets = Pick<PrimaryStores, 'ring' | 'coordination'>

/**
 * Derives the key of this process's read models in an epoch, from the ring and from the secret of its folder, so that
 * neither of them is enough.
 */
export const deriveReadModelKey =
  ({ ring, coordination }: Secrets) =>
  (epoch: Epoch): TE.TaskEither<OpenStoresError, Uint8Array> =>
    pipe(
      TE.Do,
      TE.bindW('ringKey', () => ring.readModelKey(epoch)),
      TE.bindW('secret', () => coordination.processRegistry.folderSecret),
      TE.map(({ ringKey, secret }) => createHmac('sha256', ringKey).update('glemsom 1 views').update(secret).digest()),
    )

/**
 * Derives the key of the files that hold no personal value and outlive an epoch: the schedule, the digests of the
 * logs, and their trees. The key of the blind indexes is made from it. The signed text must not change.
 */
export const deriveLastingKey = ({ ring, coordination }: Secrets): TE.TaskEither<OpenStoresError, Uint8Array> =>
  pipe(
    TE.Do,
    TE.bindW('signature', () => ring.sign(Buffer.from('glemsom 1 schedule'))),
    TE.bindW('secret', () => coordination.processRegistry.folderSecret),
    TE.map(({ signature, secret }) => createHash('sha256').update(signature).update(secret).digest()),
  )

const epochsNewestFirst = ({ currentEpoch, epochs }: KekRing): RNEA.ReadonlyNonEmptyArray<Epoch> => {
  const current = currentEpoch()
  return [
    current,
    ...epochs()
      .filter((epoch) => epoch !== current)
      .reverse(),
  ]
}

/** Derives the keys of the derived stores of this process. */
export const deriveKeysOfDerivedStores = (secrets: Secrets): TE.TaskEither<OpenStoresError, KeysOfDerivedStores> =>
  pipe(
    TE.Do,
    TE.bind('lasting', () => deriveLastingKey(secrets)),
    TE.let('blindIndexes', ({ lasting }) => createHmac('sha256', lasting).update('glemsom 1 blind indexes').digest()),
    TE.bind('readModels', () =>
      pipe(epochsNewestFirst(secrets.ring), RNEA.traverse(TE.ApplicativeSeq)(deriveReadModelKey(secrets))),
    ),
  )
