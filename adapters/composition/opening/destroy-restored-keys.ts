import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { CertificateId } from '../../../domain/values/ids'
import type { PartScope } from '../../../domain/ports/scope-keys'
import { readAllKeyRows } from '../../../retention/keys/read-all-key-rows'
import { keysUnavailable } from '../../../retention/keys/keys-unavailable'
import type { LibraryStores } from '../stores/library-stores'
import type { OpenStoresError } from '../stores/primary-stores'

type PartsByCertificate = ReadonlyMap<CertificateId, ReadonlyArray<PartScope>>

const groupByCertificate = (
  { schedule }: Pick<LibraryStores, 'schedule'>,
  parts: ReadonlyArray<PartScope>,
): PartsByCertificate => {
  const grouped = new Map<CertificateId, PartScope[]>()
  for (const part of parts) {
    const certificate = schedule.certificateOf(part.scope)
    if (certificate !== undefined) grouped.set(certificate, [...(grouped.get(certificate) ?? []), part])
  }
  return grouped
}

const readLivingParts = async ({
  keyStore,
}: Pick<LibraryStores, 'keyStore'>): Promise<E.Either<OpenStoresError, PartScope[]>> => {
  const living: PartScope[] = []
  for await (const page of readAllKeyRows(keyStore)) {
    if (E.isLeft(page)) return page
    for (const row of page.right) if (row._tag === 'Living') living.push({ scope: row.scope, class: row.class })
  }
  return E.right(living)
}

/**
 * Destroys erased keys that are in the key store again because it was restored from a backup. Call it after the schedule
 * has caught up with both logs, and before anything is opened. Leaves the scopes of an unfinished erasure run to the
 * retention worker. Answers how many keys it destroyed.
 */
export const destroyRestoredKeys =
  (stores: Pick<LibraryStores, 'keyStore' | 'schedule'>): TaskEither<OpenStoresError, number> =>
  async () => {
    const { keyStore, schedule } = stores
    const counts = await keyStore.count()
    if (E.isLeft(counts) || counts.right.fenced >= schedule.countErased()) return E.map(() => 0)(counts)
    const living = await readLivingParts(stores)
    if (E.isLeft(living)) return living
    const restored = groupByCertificate(stores, living.right)
    for (const [certificate, parts] of restored) {
      const fenced = await keyStore.fence(parts, certificate)()
      if (E.isLeft(fenced)) return fenced
    }
    const checkpointed = await keyStore.checkpointTruncate()
    if (E.isLeft(checkpointed))
      return E.left(
        keysUnavailable('the key store was restored with erased keys, and an open reader prevents their erasure'),
      )
    return E.right([...restored.values()].reduce((count, parts) => count + parts.length, 0))
  }
