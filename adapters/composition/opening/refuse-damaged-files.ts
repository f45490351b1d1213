import * as E from 'fp-ts/Either'
import type { LogName } from '../../../domain/event/stream'
import type { EventStore, StoreUnavailable } from '../../../domain/ports/event-store'
import { keysUnavailable } from '../../../retention/keys/keys-unavailable'
import type { KeyStore } from '../../../retention/keys/key-store'
import type { FileChecks } from '../../processes/damage/database-file-checks'
import type { LibraryStores } from '../stores/library-stores'

type DamageOf = Pick<FileChecks, 'damageOf'>

/** Runs a task of a part; answers with the damage instead while a file of the part is damaged. */
const unlessDamaged =
  <Err, A>(damage: () => Err | undefined, task: () => Promise<E.Either<Err, A>>) =>
  async (): Promise<E.Either<Err, A>> => {
    const found = damage()
    return found === undefined ? task() : E.left(found)
  }

const guardLog = ({ damageOf }: DamageOf, name: LogName, log: EventStore): EventStore => {
  const damage = (): StoreUnavailable | undefined => {
    const reason = damageOf(name)
    return reason === undefined ? undefined : { _tag: 'StoreUnavailable', reason }
  }
  return {
    ...log,
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
 * and one that hides a key leaves it after an erasure. Reading goes on.
 */
export const refuseDamagedFiles =
  (checks: DamageOf) =>
  (stores: LibraryStores): LibraryStores => ({
    ...stores,
    logs: {
      circulation: guardLog(checks, 'circulation', stores.logs.circulation),
      persons: guardLog(checks, 'persons', stores.logs.persons),
    },
    keyStore: guardKeyStore(checks, stores.keyStore),
  })
