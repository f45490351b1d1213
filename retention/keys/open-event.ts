import * as E from 'fp-ts/Either'
import { erased, plain } from '../../domain/event/remembered'
import type { ScopeId } from '../../domain/values/ids'
import type { Corrupt, Opened, Part, Place } from '../../domain/ports/keys'
import { bindPlace } from '../sealing/additional-data'
import { decodeParts } from '../sealing/decode-parts'
import { corrupt, openPart } from '../sealing/open-part'
import type { Alarm } from './alarm'
import type { HeldKey } from './held-key'
import type { LibraryId } from './kek-ring'
import type { LatelySealed, PlainPart } from './lately-sealed'
import type { Found } from './load-keys'

type Read = (part: Part, found: HeldKey) => Opened

/** Deciphers parts of one event. */
const deciphering =
  (library: LibraryId, alarm: Alarm) =>
  (place: Place, sealed: Uint8Array): Read => {
    const decoded = decodeParts(sealed)
    const bound = bindPlace(library)(place)
    const raised = (found: Corrupt): Corrupt => {
      alarm('PartCorrupt')
      return found
    }
    return (part, found) => {
      if (E.isLeft(decoded)) return raised(decoded.left)
      const sealedPart = decoded.right.find((candidate) => candidate.class === part.class)
      if (sealedPart === undefined) return raised(corrupt('the event has no such part'))
      if (found.class !== part.class) return raised(corrupt('the scope is of another class'))
      const answer = openPart(bound)(found, part, sealedPart)
      return answer._tag === 'Corrupt' ? raised(answer) : answer
    }
  }

/** Reads parts that were sealed here a moment ago; what is not among them is deciphered. */
const remembering =
  (atHand: ReadonlyArray<PlainPart>, decipher: () => Read): Read =>
  (part, found) => {
    const known = atHand.find((one) => one.scope === part.scope && one.class === part.class)
    return known === undefined ? decipher()(part, found) : plain(known.value)
  }

/**
 * Opens named parts of one event with keys at hand: without its key no part is answered, however lately it was sealed.
 * Every Corrupt that is found here is an alarm.
 */
export const openEvent = (library: LibraryId, alarm: Alarm, lately: Pick<LatelySealed, 'at'>) => {
  const decipher = deciphering(library, alarm)
  return (place: Place, sealed: Uint8Array, parts: ReadonlyArray<Part>) =>
    (find: (scope: ScopeId) => Found): ReadonlyArray<Opened> => {
      const atHand = lately.at(place, sealed)
      // Most parts of old events are erased: nothing is decoded or bound before a key is there to open with.
      let deciphered: Read | undefined
      const decipherOnce = (): Read => (deciphered ??= decipher(place, sealed))
      const read: Read =
        atHand === undefined ? (part, found) => decipherOnce()(part, found) : remembering(atHand, decipherOnce)
      return parts.map((part) => {
        const found = find(part.scope)
        if (found._tag === 'Erased') return erased
        return found._tag === 'Held' ? read(part, found) : found
      })
    }
}
