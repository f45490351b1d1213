import * as E from 'fp-ts/Either'
import type { ScopeId } from '../../domain/values/ids'
import type { NewScope, Unavailable } from '../../domain/ports/keys'
import { fingerprintOf } from '../sealing/derive'
import { randomBytes } from '../sealing/random-bytes'
import { holdKey, keyVersion, type HeldKey } from './held-key'
import type { KekRing } from './kek-ring'
import type { LivingRow } from './key-row'
import { contentUnderLibrary, contentUnderParent, outerData } from './wrap'

/** A key that is not durable yet, with the row that will make it so. */
export interface NewKey {
  readonly held: HeldKey
  readonly row: LivingRow
}

/** Wraps a scope's key in the ring's current epoch. */
export const wrapKey =
  (ring: KekRing) =>
  async (held: HeldKey, parent: HeldKey | undefined): Promise<E.Either<Unavailable, LivingRow>> => {
    const { scope, class: name, version } = held
    const epoch = ring.current()
    const wrapping = { library: ring.library, class: name, scope, version, epoch }
    const content =
      parent === undefined ? contentUnderLibrary(held.key) : contentUnderParent(wrapping, parent, held.key)
    const fingerprint = fingerprintOf(held.commitment)
    const wrapped = await ring.wrap(epoch, outerData(wrapping), content)()
    content.fill(0)
    return E.map((bytes: Uint8Array): LivingRow => ({
      _tag: 'Living',
      scope,
      class: name,
      version,
      epoch,
      fingerprint,
      wrapped: bytes,
    }))(wrapped)
  }

const newKey =
  (ring: KekRing) =>
  async (scope: NewScope, parent: HeldKey | undefined): Promise<E.Either<Unavailable, NewKey>> => {
    const held = holdKey({ ...scope, version: keyVersion }, randomBytes(32), parent)
    return E.map((row: LivingRow) => ({ held, row }))(await wrapKey(ring)(held, parent))
  }

/**
 * Makes keys for scopes, parents before their children. `find` answers a parent that exists already.
 */
export const newKeys =
  (ring: KekRing) =>
  async (
    scopes: ReadonlyArray<NewScope>,
    find: (parent: ScopeId) => HeldKey | undefined,
  ): Promise<E.Either<Unavailable, ReadonlyArray<NewKey>>> => {
    const made: Array<NewKey> = []
    for (const scope of scopes) {
      const parent =
        scope.parent === undefined
          ? undefined
          : (made.find(({ held }) => held.scope === scope.parent)?.held ?? find(scope.parent))
      if (scope.parent !== undefined && parent === undefined)
        return E.left({ _tag: 'Unavailable', reason: 'the key of the parent is missing' })
      const key = await newKey(ring)(scope, parent)
      if (E.isLeft(key)) return key
      made.push(key.right)
    }
    return E.right(made)
  }
