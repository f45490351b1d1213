import * as E from 'fp-ts/Either'
import type { Part, Place, SealError } from '../../domain/ports/keys'
import type { ScopeId } from '../../domain/values/ids'
import { bindPlace } from '../sealing/additional-data'
import { encodeParts } from '../sealing/layout'
import { sealPart } from '../sealing/seal-part'
import type { HeldKey } from './held-key'
import type { LibraryId } from './kek-ring'
import type { LatelySealed, PlainPart } from './lately-sealed'
import type { Found } from './load-keys'
import { unavailable } from './unavailable'
import type { UnnamedKeys } from './unnamed-keys'

/** A part together with what asking for its key answered. */
export interface WithKey {
  readonly part: Part
  readonly found: Found
}

/** The key with which a part may be sealed, or why not. */
export const usableKey =
  (unnamed: Pick<UnnamedKeys, 'isStale'>) =>
  ({ part, found }: WithKey): E.Either<SealError, HeldKey> => {
    if (found._tag === 'Erased') return E.left({ _tag: 'ScopeEnded', class: part.class })
    if (found._tag !== 'Held') return E.left(unavailable(found.reason))
    if (found.class !== part.class) return E.left(unavailable('the scope is of another class'))
    return unnamed.isStale(part.scope)
      ? E.left(unavailable('the key is older than an hour, and no event names it'))
      : E.right(found)
  }

/** Seals the parts of one event with keys at hand. */
export const sealEvent =
  (library: LibraryId, unnamed: Pick<UnnamedKeys, 'isStale'>, lately: Pick<LatelySealed, 'put'>) =>
  (place: Place, parts: ReadonlyArray<PlainPart>) =>
  (find: (scope: ScopeId) => Found): E.Either<SealError, Uint8Array> => {
    const bound = bindPlace(library)(place)
    const sealed = E.traverseArray((part: PlainPart) =>
      E.map((key: HeldKey) => sealPart(bound)(key, part, part.value))(
        usableKey(unnamed)({ part, found: find(part.scope) }),
      ),
    )(parts)
    if (E.isLeft(sealed)) return sealed
    const bytes = encodeParts(sealed.right)
    lately.put(place, bytes, parts)
    return E.right(bytes)
  }
