import { dataFolderLayout } from '../../../adapters/stores/data-folder/data-folder-layout'
import { deriveKeysOfDerivedStores } from '../../../adapters/composition/stores/derive-keys-of-derived-stores'
import { openLibraryStores } from '../../../adapters/composition/stores/library-stores'
import { openStoresInFolder } from '../../../adapters/composition/stores/open-stores-in-folder'
import { keyOfBackupFile } from '../../../adapters/stores/backup/persons-log-facts-in-backup'
import { machineMonotonicClock } from '../../../adapters/system/clock/machine-monotonic-clock'
import { eventDefinitions } from '../../../domain/event-definitions'
import { eventDefinitionsByType } from '../../../domain/event/decode-event-parts'
import { sealContextOf, decodeEvent } from '../../../domain/command-handling/open-event'
import type { ScopeId } from '../../../domain/values/ids'
import { makeCachingScopeKeys } from '../../../retention/keys/caching-scope-keys'
import type { StoredLogEvent } from '../stored-events'

/** A sealed part that an attacker with every living key can open. */
export interface LeakedPart {
  readonly event: StoredLogEvent
  readonly scope: string
  readonly value: unknown
}

export interface Insider {
  readonly parts: ReadonlyArray<LeakedPart>
  /** Derives ids under the key of a living scope; undefined when the key is destroyed. */
  readonly deriveIds: (scope: string) => Promise<((cause: string) => string) | undefined>
  /** The keys of the encrypted files in `views/`. */
  readonly viewKeys: ReadonlyArray<Uint8Array>
  /** The key of a file of *persons* in a backup; undefined when the wrapping key of its epoch is destroyed. */
  readonly keyOfBackup: (epoch: number, backup: string, file: string) => Promise<Uint8Array | undefined>
  readonly close: () => Promise<void>
}

/** Opens every part that the key store and the ring of a folder can open, without checking the log for erasures. */
export const openWithLivingKeys = async (folder: string, events: ReadonlyArray<StoredLogEvent>): Promise<Insider> => {
  const layout = dataFolderLayout(folder)
  const opened = await openLibraryStores(layout, openStoresInFolder(layout))()
  if (opened._tag === 'Left') throw new Error('the folder cannot be opened')
  const { keyStore: store, ring, logs, schedule, readModels: views, logDigests } = opened.right
  const withoutErasures = {
    isEnded: () => false,
    alarm: () => undefined,
    clock: machineMonotonicClock,
    capacity: 100_000,
  }
  const keys = makeCachingScopeKeys({ store, ring, ...withoutErasures })
  const table = eventDefinitionsByType(eventDefinitions)
  const parts: LeakedPart[] = []
  for (const event of events) {
    const closed = decodeEvent(table)(event.log)(event)
    if (closed._tag === 'Left') throw new Error(closed.left.reason)
    const answers = await keys.openParts(sealContextOf(closed.right), event.sealed, closed.right.parts)()
    for (const [index, { scope }] of closed.right.parts.entries()) {
      const answer = answers[index]
      if (answer?._tag === 'Plain') parts.push({ event, scope, value: answer.value })
    }
  }
  const viewKeys = await deriveKeysOfDerivedStores(opened.right)()
  if (viewKeys._tag === 'Left') throw new Error('the ring gives no keys')
  return {
    parts,
    viewKeys: [viewKeys.right.lasting, ...viewKeys.right.readModels],
    keyOfBackup: async (epoch, backup, file) => {
      const key = await ring.backupKey(epoch)()
      return key._tag === 'Right' ? keyOfBackupFile(key.right, backup, file) : undefined
    },
    deriveIds: async (scope) => {
      const ids = await keys.deriveIdsUnder(scope as ScopeId)()
      return ids._tag === 'Right' ? ids.right : undefined
    },
    close: async () => {
      logDigests.close()
      views.close()
      schedule.close()
      await store.close()
      await logs.circulation.close()
      await logs.persons.close()
    },
  }
}
