import { createSecretKey } from 'node:crypto'
import { erased, type Erased } from '../../domain/event/plain-or-erased'
import type { ContentCipher } from '../../domain/ports/scope-keys'
import { decryptContent, encryptContent } from '../sealing/content-encryption'
import { deriveContentKey } from '../sealing/derive-keys'
import { encodeTuple } from '../sealing/encode-tuple'
import type { IsScopeEnded } from './is-scope-ended'
import { memoizeDerivation, type LoadedKey } from './loaded-key'

const contentKeyOf = memoizeDerivation(deriveContentKey)

async function* untilErased<A>(pieces: AsyncIterable<A>, isErased: () => boolean): AsyncGenerator<A | Erased> {
  for await (const piece of pieces) {
    if (isErased()) {
      yield erased
      return
    }
    yield piece
  }
}

/**
 * A cipher for a content of a scope. It has a copy of the key, because the key may leave the cache, and is wiped then, while
 * the content is read. A scope that is erased meanwhile gives no further piece.
 */
export const createContentCipher =
  (library: string, isEnded: IsScopeEnded) =>
  (loaded: Pick<LoadedKey, 'key' | 'derived' | 'scope' | 'class' | 'lineage'>): ContentCipher => {
    const { scope, class: name, lineage } = loaded
    const contentKey = {
      key: createSecretKey(contentKeyOf(loaded)),
      additional: encodeTuple(['glemsom 1 content', library, name, scope]),
    }
    return {
      encrypt: (bytes) => encryptContent(contentKey, bytes),
      decrypt: (bytes) => untilErased(decryptContent(contentKey, bytes), () => lineage.some(isEnded)),
    }
  }
