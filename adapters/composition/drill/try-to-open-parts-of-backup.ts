import * as E from 'fp-ts/Either'
import { eventDefinitions } from '../../../domain/event-definitions'
import { eventDefinitionsByType } from '../../../domain/event/decode-event-parts'
import { decodeEvent, sealContextOf, type SealedEvent } from '../../../domain/command-handling/open-event'
import { logNames } from '../../../domain/event/stream'
import type { PartScope } from '../../../domain/ports/scope-keys'
import type { ScopeId } from '../../../domain/values/ids'
import { makeCachingScopeKeys } from '../../../retention/keys/caching-scope-keys'
import { machineMonotonicClock } from '../../system/clock/machine-monotonic-clock'
import { digestsOfParts } from '../inventory/digests-of-sealed-parts'
import type { PrimaryStores } from '../stores/primary-stores'
import { partIdOfScopeInventory, type InventoryForDrill } from './verify-and-read-scope-inventory'

/** For each scope: whether one of its sealed parts opened. A scope without a part in the backup is not there. */
export interface ScopeOpeningResults {
  readonly erased: ReadonlyMap<ScopeId, boolean>
  /** Of the sample of living scopes; a part that differs from the inventory counts as not opened. */
  readonly living: ReadonlyMap<ScopeId, boolean>
}

const isAsListed = (inventory: InventoryForDrill, event: SealedEvent, scope: ScopeId): boolean => {
  const found = digestsOfParts(event).find((part) => part.scope === scope)
  return found !== undefined && inventory.parts.get(partIdOfScopeInventory(found)) === found.sha256
}

/**
 * Tries to open each sealed part of the erased scopes and of the sample, with the keys of the backup and the ring alone:
 * as somebody would who has a stolen backup, and does not care what the logs say.
 */
export const tryToOpenPartsOfBackup = async (
  { logs, keyStore, ring }: Pick<PrimaryStores, 'logs' | 'keyStore' | 'ring'>,
  inventory: InventoryForDrill,
): Promise<ScopeOpeningResults> => {
  const eventTable = eventDefinitionsByType(eventDefinitions)
  const keys = makeCachingScopeKeys({
    ...{ store: keyStore, ring, clock: machineMonotonicClock, capacity: 5000 },
    isEnded: () => false,
    alarm: () => undefined,
  })
  const [erased, living] = [new Map<ScopeId, boolean>(), new Map<ScopeId, boolean>()]
  const isWanted = ({ scope }: PartScope): boolean => inventory.erased.has(scope) || inventory.living.has(scope)
  const openParts = async (event: SealedEvent): Promise<void> => {
    for (const part of event.parts.filter(isWanted)) {
      const [opened] = await keys.openParts(sealContextOf(event), event.stored.sealed, [part])()
      const isOpen = opened?._tag === 'Plain'
      if (inventory.erased.has(part.scope)) erased.set(part.scope, isOpen || erased.get(part.scope) === true)
      else
        living.set(part.scope, isOpen && isAsListed(inventory, event, part.scope) && living.get(part.scope) !== false)
    }
  }
  for (const log of logNames)
    for await (const page of logs[log].readAll({}))
      for (const stored of page) {
        const event = decodeEvent(eventTable)(log)(stored)
        if (E.isRight(event)) await openParts(event.right)
      }
  return { erased, living }
}
