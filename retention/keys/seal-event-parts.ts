import * as E from 'fp-ts/Either'
import type { PartScope, SealContext, SealError } from '../../domain/ports/scope-keys'
import type { ScopeId } from '../../domain/values/ids'
import { encodeSealContext } from '../sealing/additional-data-of-sealed-part'
import { encodeSealedParts } from '../sealing/encode-sealed-parts'
import { sealPart } from '../sealing/seal-part'
import type { LoadedKey } from './loaded-key'
import type { LibraryId } from './kek-ring'
import type { PlaintextCache, PlainPart } from './plaintext-cache'
import type { KeyLookupResult } from './unwrap-key-row'
import { keysUnavailable, sealingRefusalOf } from './keys-unavailable'
import type { UnnamedKeyTracker } from './unnamed-key-tracker'

/** A part with the result of looking up its key. */
interface PartWithKey {
  readonly part: PartScope
  readonly lookup: KeyLookupResult
}

/** The key that may seal a part; ScopeEnded or Unavailable when there is none. */
export const usableSealingKey =
  (unnamed: Pick<UnnamedKeyTracker, 'isStale'>) =>
  ({ part, lookup }: PartWithKey): E.Either<SealError, LoadedKey> => {
    if (lookup._tag !== 'Loaded') return E.left(sealingRefusalOf(part.class, lookup))
    if (lookup.class !== part.class) return E.left(keysUnavailable('the scope is of another class'))
    return unnamed.isStale(part.scope)
      ? E.left(keysUnavailable('the key is older than an hour, and no event names it'))
      : E.right(lookup)
  }

/** Seals the parts of one event with looked-up keys. */
export const sealEventParts =
  (library: LibraryId, unnamed: Pick<UnnamedKeyTracker, 'isStale'>, plaintexts: Pick<PlaintextCache, 'put'>) =>
  (context: SealContext, parts: ReadonlyArray<PlainPart>) =>
  (find: (scope: ScopeId) => KeyLookupResult): E.Either<SealError, Uint8Array> => {
    const encodedContext = encodeSealContext(library)(context)
    const sealed = E.traverseArray((part: PlainPart) =>
      E.map((key: LoadedKey) => sealPart(encodedContext)(key, part, part.value))(
        usableSealingKey(unnamed)({ part, lookup: find(part.scope) }),
      ),
    )(parts)
    if (E.isLeft(sealed)) return sealed
    const bytes = encodeSealedParts(sealed.right)
    plaintexts.put(context, bytes, parts)
    return E.right(bytes)
  }
