import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import type { CertificateId } from '../../../domain/values/ids'
import type { PartScope } from '../../../domain/ports/scope-keys'
import { readAllLivingScopes } from '../../../retention/keys/read-all-key-rows'
import { keysUnavailable } from '../../../retention/keys/keys-unavailable'
import type { LibraryStores } from '../stores/library-stores'
import type { OpenStoresError } from '../stores/primary-stores'

type KeysAndSchedule = Pick<LibraryStores, 'keyStore' | 'schedule'>

/** The living keys of scopes that have a certificate, by certificate. */
const groupByCertificate = (
  { schedule }: Pick<LibraryStores, 'schedule'>,
  living: ReadonlyArray<PartScope>,
): ReadonlyMap<CertificateId, ReadonlyArray<PartScope>> => {
  const grouped = new Map<CertificateId, PartScope[]>()
  for (const { scope, class: name } of living) {
    const certificate = schedule.certificateOf(scope)
    if (certificate !== undefined)
      grouped.set(certificate, [...(grouped.get(certificate) ?? []), { scope, class: name }])
  }
  return grouped
}

/**
 * Destroys the keys among these whose scopes have a certificate: each scope is compared, not the number of keys.
 * Answers how many keys it destroyed. The destroyed bytes may still be in the key store's write-ahead log.
 */
export const destroyRestoredErasedKeys = async (
  stores: KeysAndSchedule,
  living: ReadonlyArray<PartScope>,
): Promise<E.Either<OpenStoresError, number>> => {
  let destroyed = 0
  for (const [certificate, parts] of groupByCertificate(stores, living)) {
    const fenced = await stores.keyStore.fence(parts, certificate)()
    if (E.isLeft(fenced)) return fenced
    destroyed += parts.length
  }
  return E.right(destroyed)
}

/**
 * Destroys erased keys that are in the key store again because it was restored from a backup. Call it after the schedule
 * has caught up with both logs, and before anything is opened. Leaves the scopes of an unfinished erasure run to the
 * retention worker. Answers how many keys it destroyed.
 */
export const destroyErasedKeysBroughtBackByRestore =
  (stores: KeysAndSchedule): TaskEither<OpenStoresError, number> =>
  async () => {
    let destroyed = 0
    for await (const page of readAllLivingScopes(stores.keyStore)) {
      if (E.isLeft(page)) return page
      const ofPage = await destroyRestoredErasedKeys(stores, page.right)
      if (E.isLeft(ofPage)) return ofPage
      destroyed += ofPage.right
    }
    if (destroyed === 0) return E.right(0)
    const checkpointed = await stores.keyStore.checkpointTruncate()
    if (E.isLeft(checkpointed))
      return E.left(
        keysUnavailable('the key store was restored with erased keys, and an open reader prevents their erasure'),
      )
    return E.right(destroyed)
  }
