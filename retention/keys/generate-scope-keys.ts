import * as E from 'fp-ts/Either'
import type { ScopeId } from '../../domain/values/ids'
import type { NewScope, Unavailable } from '../../domain/ports/scope-keys'
import { keyFingerprintOf } from '../sealing/derive-keys'
import { randomBytes } from '../sealing/random-bytes'
import { toLoadedKey, versionOfNewKeys, type LoadedKey } from './loaded-key'
import type { KekRing } from './kek-ring'
import type { LivingKeyRow } from './key-row'
import { keysUnavailable } from './keys-unavailable'
import {
  childWrappingKeyOf,
  outerWrapData,
  encodeWrapContentUnderLibrary,
  encodeContentUnderParent,
  type WrapContext,
} from './key-wrapping'

/** A key that is not durable yet, with its row for the key store. */
export interface NewScopeKey {
  readonly loaded: LoadedKey
  readonly row: LivingKeyRow
}

/** A key with the content that the ring wraps. A parent's key is not needed any more. */
interface UnwrappedKey {
  readonly loaded: LoadedKey
  readonly context: WrapContext
  readonly content: Buffer
}

const contentOf =
  (ring: Pick<KekRing, 'library' | 'currentEpoch'>) =>
  (loaded: LoadedKey, parent: LoadedKey | undefined): UnwrappedKey => {
    const { scope, class: name, version } = loaded
    const context = { library: ring.library, class: name, scope, version, epoch: ring.currentEpoch() }
    return {
      loaded,
      context,
      content:
        parent === undefined
          ? encodeWrapContentUnderLibrary(loaded.key)
          : encodeContentUnderParent(context, childWrappingKeyOf(parent), loaded.key),
    }
  }

const generateKeys = (
  ring: KekRing,
  scopes: ReadonlyArray<NewScope>,
  find: (parent: ScopeId) => LoadedKey | undefined,
): E.Either<Unavailable, ReadonlyArray<UnwrappedKey>> => {
  const generated = new Map<ScopeId, UnwrappedKey>()
  for (const { parent: parentScope, ...scope } of scopes) {
    const parent = parentScope === undefined ? undefined : (generated.get(parentScope)?.loaded ?? find(parentScope))
    if (parentScope !== undefined && parent === undefined)
      return E.left(keysUnavailable('the key of the parent is missing'))
    const loaded = toLoadedKey({ ...scope, version: versionOfNewKeys }, randomBytes(32), parent)
    generated.set(scope.scope, contentOf(ring)(loaded, parent))
  }
  return E.right([...generated.values()])
}

const wrapKey =
  (ring: KekRing) =>
  async ({ loaded, context, content }: UnwrappedKey): Promise<E.Either<Unavailable, NewScopeKey>> => {
    const wrapped = await ring.wrap(context.epoch, outerWrapData(context), content)()
    content.fill(0)
    return E.map((bytes: Uint8Array): NewScopeKey => ({
      loaded,
      row: {
        _tag: 'Living',
        scope: context.scope,
        class: context.class,
        version: context.version,
        epoch: context.epoch,
        fingerprint: keyFingerprintOf(loaded.commitment),
        wrapped: bytes,
      },
    }))(wrapped)
  }

/**
 * Generates and wraps keys for scopes, parents before their children. `find` returns the key of an existing parent; it
 * is called before the ring is waited for, never later.
 */
export const generateScopeKeys =
  (ring: KekRing) =>
  async (
    scopes: ReadonlyArray<NewScope>,
    find: (parent: ScopeId) => LoadedKey | undefined,
  ): Promise<E.Either<Unavailable, ReadonlyArray<NewScopeKey>>> => {
    const generated = generateKeys(ring, scopes, find)
    if (E.isLeft(generated)) return generated
    const newKeys: NewScopeKey[] = []
    for (const key of generated.right) {
      const wrapped = await wrapKey(ring)(key)
      if (E.isLeft(wrapped)) return wrapped
      newKeys.push(wrapped.right)
    }
    return E.right(newKeys)
  }
