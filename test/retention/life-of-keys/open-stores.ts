import { randomUUID } from 'node:crypto'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { checkLivingKeysExist } from '../../../adapters/composition/opening/check-living-keys-exist'
import { destroyErasedKeysBroughtBackByRestore } from '../../../adapters/composition/opening/destroy-erased-keys-brought-back-by-restore'
import { rewrapRestoredKeys } from '../../../adapters/composition/opening/rewrap-restored-keys'
import { replayErasureReceipt } from '../../../adapters/composition/receipt/replay-erasure-receipt'
import { replayErasures } from '../../../adapters/composition/restore/replay-erasures'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import { eventDefinitionsByType } from '../../../domain/event/decode-event-parts'
import { eventDefinitions } from '../../../domain/event-definitions'
import type { KekRing } from '../../../retention/keys/kek-ring'
import type { KeyStore } from '../../../retention/keys/key-store'
import type { Schedule } from '../../../retention/schedule/schedule'
import type { DurableLibrary, Logs } from './durable-library'

interface OpeningDependencies {
  readonly library: DurableLibrary
  readonly stores: {
    readonly logs: Logs
    readonly keyStore: KeyStore
    readonly ring: KekRing
    readonly schedule: Schedule
  }
  readonly catchUp: TE.TaskEither<EventReadError, void>
  readonly alarm: (kind: string) => void
}

const replayAll = ({ library, stores, catchUp }: OpeningDependencies) =>
  pipe(
    replayErasureReceipt(
      { stores, catchUpSchedule: catchUp, clock: { today: () => library.today }, random: { uuid: randomUUID } },
      { runs: () => library.receipt },
    ),
    TE.chainW(() => () => replayErasures(eventDefinitionsByType(eventDefinitions))(stores)),
  )

/** Checks the stores before anything is opened, in the order of an opening. With a backup, erasures are replayed first. */
export const openStores =
  (dependencies: OpeningDependencies) =>
  (isRestored: boolean, acceptLost: boolean): TE.TaskEither<{ readonly _tag: string }, unknown> => {
    const { stores, catchUp, alarm } = dependencies
    return pipe(
      catchUp,
      TE.chainW(() => (isRestored ? replayAll(dependencies) : TE.right(0))),
      TE.chainW(() => checkLivingKeysExist(stores, () => acceptLost)),
      TE.chainW(() => destroyErasedKeysBroughtBackByRestore(stores)),
      TE.chainW(() => rewrapRestoredKeys(stores, catchUp, alarm)),
    )
  }
