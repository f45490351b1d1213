import * as E from 'fp-ts/Either'
import type { ScopeId } from '../../domain/values/ids'
import type { NewScope, Unavailable } from '../../domain/ports/scope-keys'
import { keyFingerprintOf } from '../sealing/derive-keys'
import { randomBytes } from '../sealing/random-bytes'
import { toLoadedKey, currentKeyVersion, type LoadedKey } from './loaded-key'
import type { KekRing } from './kek-ring'
import type { LivingKeyRow } from './key-row'
import { wrapContentUnderLibrary, wrapContentUnderParent, outerWrapData } from './key-wrapping'

/** A key that is not durable yet, with its row for the key store. */
export interface NewKey {
  readonly loaded: LoadedKey
  readonly row: LivingKeyRow
}

/** Wraps a scope's key in the ring's current epoch. */
export const wrapKey =
  (ring: KekRing) =>
  async (loaded: LoadedKey, parent: LoadedKey | undefined): Promise<E.Either<Unavailable, LivingKeyRow>> => {
    const { scope, class: name, version } = loaded
    const epoch = ring.currentEpoch()
    const context = { library: ring.library, class: name, scope, version, epoch }
    const content =
      parent === undefined ? wrapContentUnderLibrary(loaded.key) : wrapContentUnderParent(context, parent, loaded.key)
    const fingerprint = keyFingerprintOf(loaded.commitment)
    const wrapped = await ring.wrap(epoch, outerWrapData(context), content)()
    content.fill(0)
    return E.map((bytes: Uint8Array): LivingKeyRow => ({
      _tag: 'Living',
      scope,
      class: name,
      version,
      epoch,
      fingerprint,
      wrapped: bytes,
    }))(wrapped)
  }

const generateScopeKey =
  (ring: KekRing) =>
  async (scope: NewScope, parent: LoadedKey | undefined): Promise<E.Either<Unavailable, NewKey>> => {
    const loaded = toLoadedKey({ ...scope, version: currentKeyVersion }, randomBytes(32), parent)
    return E.map((row: LivingKeyRow) => ({ loaded, row }))(await wrapKey(ring)(loaded, parent))
  }

/** Generates and wraps keys for scopes, parents before their children. `find` returns the key of an existing parent. */
export const generateScopeKeys =
  (ring: KekRing) =>
  async (
    scopes: ReadonlyArray<NewScope>,
    find: (parent: ScopeId) => LoadedKey | undefined,
  ): Promise<E.Either<Unavailable, ReadonlyArray<NewKey>>> => {
    const newKeys: Array<NewKey> = []
    for (const scope of scopes) {
      const parent =
        scope.parent === undefined
          ? undefined
          : (newKeys.find(({ loaded }) => loaded.scope === scope.parent)?.loaded ?? find(scope.parent))
      if (scope.parent !== undefined && parent === undefined)
        return E.left({ _tag: 'Unavailable', reason: 'the key of the parent is missing' })
      const key = await generateScopeKey(ring)(scope, parent)
      if (E.isLeft(key)) return key
      newKeys.push(key.right)
    }
    return E.right(newKeys)
  }
