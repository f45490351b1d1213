import * as E from 'fp-ts/Either'
import { erased, makePlain } from '../../domain/event/plain-or-erased'
import type { ScopeId } from '../../domain/values/ids'
import type { Corrupt, OpenedPart, PartScope, SealContext } from '../../domain/ports/scope-keys'
import { encodeSealContext } from '../sealing/additional-data-of-sealed-part'
import { decodeSealedParts } from '../sealing/decode-sealed-parts'
import { corruptPartError, openSealedPart } from '../sealing/open-sealed-part'
import type { RaiseKeyAlarm } from './key-alarm'
import type { LoadedKey } from './loaded-key'
import type { LibraryId } from './kek-ring'
import type { PlaintextCache, PlainPart } from './plaintext-cache'
import type { KeyLookupResult } from './unwrap-key-row'

type ReadPart = (part: PartScope, key: LoadedKey) => OpenedPart

/** Decrypts parts of one event, and raises an alarm for each Corrupt. */
const decryptParts =
  (library: LibraryId, alarm: RaiseKeyAlarm) =>
  (context: SealContext, sealed: Uint8Array): ReadPart => {
    const decoded = decodeSealedParts(sealed)
    const encodedContext = encodeSealContext(library)(context)
    const raise = (result: Corrupt): Corrupt => {
      alarm('PartCorrupt')
      return result
    }
    return (part, key) => {
      if (E.isLeft(decoded)) return raise(decoded.left)
      const sealedPart = decoded.right.find((candidate) => candidate.class === part.class)
      if (sealedPart === undefined) return raise(corruptPartError('the event has no such part'))
      if (key.class !== part.class) return raise(corruptPartError('the scope is of another class'))
      const result = openSealedPart(encodedContext)(key, part, sealedPart)
      return result._tag === 'Corrupt' ? raise(result) : result
    }
  }

/** Reads parts from the plaintext cache; decrypts those that are not in it. */
const readFromCache =
  (cachedParts: ReadonlyArray<PlainPart>, decrypt: () => ReadPart): ReadPart =>
  (part, key) => {
    const cachedPart = cachedParts.find((cached) => cached.scope === part.scope && cached.class === part.class)
    return cachedPart === undefined ? decrypt()(part, key) : makePlain(cachedPart.value)
  }

/**
 * Opens parts of one event with looked-up keys. Without its key no part is returned, even when its plaintext is cached.
 * Every Corrupt that is found here raises an alarm.
 */
export const decryptPartsOfEvent = (
  library: LibraryId,
  alarm: RaiseKeyAlarm,
  plaintexts: Pick<PlaintextCache, 'get'>,
) => {
  const decrypt = decryptParts(library, alarm)
  return (context: SealContext, sealed: Uint8Array, parts: ReadonlyArray<PartScope>) =>
    (find: (scope: ScopeId) => KeyLookupResult): ReadonlyArray<OpenedPart> => {
      // Most parts of old events are erased, so nothing is looked up or decoded before a key is found.
      let readSealed: ReadPart | undefined
      const decryptOnce = (): ReadPart => (readSealed ??= decrypt(context, sealed))
      let read: ReadPart | undefined
      const chooseRead = (): ReadPart => {
        const cachedParts = plaintexts.get(context, sealed)
        return cachedParts === undefined
          ? (part, key) => decryptOnce()(part, key)
          : readFromCache(cachedParts, decryptOnce)
      }
      return parts.map((part) => {
        const lookup = find(part.scope)
        if (lookup._tag === 'Erased') return erased
        return lookup._tag === 'Loaded' ? (read ??= chooseRead())(part, lookup) : lookup
      })
    }
}
