import * as E from 'fp-ts/Either'
import type { KekRing } from '../../../retention/keys/kek-ring'
import type { ScopeId } from '../../../domain/values/ids'
import { backupRefused, type BackupRefused } from '../../processes/backup/backup-operations'
import { isScopeInventorySigned, readScopeInventoryLines } from '../../stores/inventory/scope-inventory-file'
import {
  InventoryHeader,
  InventoryPart,
  InventoryScope,
  type InventoryHeader as Header,
} from '../../stores/inventory/scope-inventory-lines'

/** How many living scopes must open. */
const maxControls = 100

/** What a drill needs of an inventory. */
export interface InventoryForDrill {
  readonly header: Header
  readonly erased: ReadonlyMap<ScopeId, InventoryScope>
  /** A sample of living scopes: ids are random, so the first ones are a random choice. */
  readonly living: ReadonlyMap<ScopeId, InventoryScope>
  /** The SHA-256 of the sealed parts of the sample, by event and scope. */
  readonly parts: ReadonlyMap<string, string>
}

export const partIdOfScopeInventory = ({ event, scope }: Pick<InventoryPart, 'event' | 'scope'>): string =>
  `${event} ${scope}`

const refused = (file: string, reason: string): E.Either<BackupRefused, never> =>
  E.left(backupRefused(`The inventory ${file} ${reason}`, 'Use another inventory of this library.'))

const readScopes = async (file: string) => {
  let header: Header | undefined
  const erased = new Map<ScopeId, InventoryScope>()
  const living = new Map<ScopeId, InventoryScope>()
  for await (const line of readScopeInventoryLines(file)) {
    if (InventoryHeader.is(line)) header = line
    if (!InventoryScope.is(line)) continue
    if (line.erased) erased.set(line.scope, line)
    else living.set(line.scope, line)
  }
  return { header, erased, living }
}

const readParts = async (file: string, scopes: ReadonlyMap<ScopeId, InventoryScope>) => {
  const parts = new Map<string, string>()
  for await (const line of readScopeInventoryLines(file))
    if (InventoryPart.is(line) && scopes.has(line.scope)) parts.set(partIdOfScopeInventory(line), line.sha256)
  return parts
}

/** Verifies and reads an inventory. `isInBackup` says whether the backup has a living key of a scope. */
export const verifyAndReadScopeInventory = async (
  file: string,
  ring: Pick<KekRing, 'library' | 'verifyingKey'>,
  isInBackup: (scope: ScopeId) => boolean,
): Promise<E.Either<BackupRefused, InventoryForDrill>> => {
  const isSigned = await isScopeInventorySigned(file, ring.verifyingKey).catch(() => undefined)
  if (isSigned !== true)
    return refused(file, isSigned === undefined ? 'cannot be read' : 'was changed, or is of another library')
  const { header, erased, living } = await readScopes(file)
  if (header?.library !== ring.library) return refused(file, 'is of another library')
  const sample = new Map([...living].filter(([scope]) => isInBackup(scope)).slice(0, maxControls))
  return E.right({ header, erased, living: sample, parts: await readParts(file, sample) })
}
