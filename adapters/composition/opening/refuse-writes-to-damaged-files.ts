import * as E from 'fp-ts/Either'
import type { LogName } from '../../../domain/event/stream'
import type { EventPage, EventStore, ReadStreamOptions, StoreUnavailable } from '../../../domain/ports/event-store'
import { keysUnavailable } from '../../../retention/keys/keys-unavailable'
import type { KeyStore } from '../../../retention/keys/key-store'
import type { DatabaseFileCheckResults } from '../../processes/damage/database-file-check-results'
import type { FailingPartRegistry } from '../../processes/failures/failing-system-part-registry'
import { throwableStoreError } from '../../stores/throwable-store-error'
import type { LibraryStores } from '../stores/library-stores'

/** What the checks of the files have found. */
type DamageOf = Pick<DatabaseFileCheckResults, 'damageOf'>

/** What is known of damage: by the checks of the files, and by what was read. */
export interface KnownFileDamage {
  readonly fileChecks: DamageOf
  readonly failingParts: Pick<FailingPartRegistry, 'damageOf'>
}

/** Runs a task of a part; answers with the damage instead while a file of the part is damaged. */
const unlessDamaged =
  <Err, A>(damage: () => Err | undefined, task: () => Promise<E.Either<Err, A>>) =>
  async (): Promise<E.Either<Err, A>> => {
    const found = damage()
    return found === undefined ? task() : E.left(found)
  }

/** The pages of a stream of a damaged log. Throws the error of a store when there are none. */
async function* pagesOfFoundStream(
  pages: AsyncIterable<EventPage>,
  damage: StoreUnavailable,
): AsyncIterable<EventPage> {
  let isFound = false
  for await (const page of pages) {
    isFound = true
    yield page
  }
  if (!isFound) throw throwableStoreError(damage)
}

/** Whether a read that finds nothing says that there is no such stream, and not only that it has no newer events. */
const tellsWhetherStreamExists = ({ direction, from = 0 }: ReadStreamOptions): boolean =>
  direction === 'backwards' || from === 0

const emptyStream = -1

/** A damaged index hides streams, so a stream that it does not find may exist. */
const guardAbsentStreams = (
  damage: () => StoreUnavailable | undefined,
  { recent, readStream }: EventStore,
): Pick<EventStore, 'readStream' | 'recent'> => ({
  readStream: (stream, options) => {
    const pages = readStream(stream, options)
    const found = damage()
    return found === undefined || !tellsWhetherStreamExists(options) ? pages : pagesOfFoundStream(pages, found)
  },
  ...(recent === undefined
    ? {}
    : {
        recent: {
          ...recent,
          endOf: (stream) => {
            const end = recent.endOf(stream)
            return end === emptyStream && damage() !== undefined ? undefined : end
          },
        },
      }),
})

const storeDamaged = (reason: string | undefined): StoreUnavailable | undefined =>
  reason === undefined ? undefined : { _tag: 'StoreUnavailable', reason }

const guardLog = ({ fileChecks, failingParts }: KnownFileDamage, name: LogName, log: EventStore): EventStore => {
  const damage = () => storeDamaged(fileChecks.damageOf(name))
  return {
    ...log,
    ...guardAbsentStreams(() => damage() ?? storeDamaged(failingParts.damageOf(name)), log),
    append: (...append) => unlessDamaged(damage, log.append(...append)),
    health: unlessDamaged(damage, log.health),
    ...(log.probeWrite === undefined ? {} : { probeWrite: unlessDamaged(damage, log.probeWrite) }),
  }
}

const guardKeyStore = ({ damageOf }: DamageOf, keyStore: KeyStore): KeyStore => {
  const damage = () => {
    const reason = damageOf('keys')
    return reason === undefined ? undefined : keysUnavailable(reason)
  }
  return {
    ...keyStore,
    insert: (rows) => unlessDamaged(damage, keyStore.insert(rows)),
    fence: (...fence) => unlessDamaged(damage, keyStore.fence(...fence)),
    replace: (rows) => unlessDamaged(damage, keyStore.replace(rows)),
    remove: (scopes) => unlessDamaged(damage, keyStore.remove(scopes)),
    count: unlessDamaged(damage, keyStore.count),
    ...(keyStore.probeWrite === undefined ? {} : { probeWrite: unlessDamaged(damage, keyStore.probeWrite) }),
  }
}

/**
 * The same stores, which write nothing to a part with a damaged file: an index that hides an event lends a copy twice,
 * and one that hides a key leaves it after an erasure. Reading goes on, but a stream that a damaged log does not find is
 * an error of the store: nobody is told that a copy or a borrower is unknown because an index hides it.
 */
export const refuseWritesToDamagedFiles =
  (known: KnownFileDamage) =>
  (stores: LibraryStores): LibraryStores => ({
    ...stores,
    logs: {
      circulation: guardLog(known, 'circulation', stores.logs.circulation),
      persons: guardLog(known, 'persons', stores.logs.persons),
    },
    keyStore: guardKeyStore(known.fileChecks, stores.keyStore),
  })
