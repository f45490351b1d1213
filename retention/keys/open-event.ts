import * as E from 'fp-ts/Either'
import { erased } from '../../domain/event/remembered'
import type { ScopeId } from '../../domain/language/ids'
import type { Corrupt, Opened, Part, Place } from '../../domain/ports/keys'
import { bindPlace } from '../sealing/additional-data'
import { decodeParts } from '../sealing/decode-parts'
import { corrupt, openPart } from '../sealing/open-part'
import type { SealedPart } from '../sealing/sealed-part'
import type { Alarm } from './alarm'
import type { LibraryId } from './kek-ring'
import type { Found } from './load-keys'

/** Opens named parts of one event with keys at hand. Every Corrupt that is found here is an alarm. */
export const openEvent =
  (library: LibraryId, alarm: Alarm) =>
  (place: Place, sealed: Uint8Array, parts: ReadonlyArray<Part>) =>
  (find: (scope: ScopeId) => Found): ReadonlyArray<Opened> => {
    const decoded = decodeParts(sealed)
    const bound = bindPlace(library)(place)
    const raised = (found: Corrupt): Corrupt => {
      alarm('PartCorrupt')
      return found
    }
    const opened = (
      part: Part,
      found: Extract<Found, { _tag: 'Held' }>,
      sealedPart: SealedPart | undefined,
    ): Opened => {
      if (sealedPart === undefined) return raised(corrupt('the event has no such part'))
      if (found.class !== part.class) return raised(corrupt('the scope is of another class'))
      const answer = openPart(bound)(found, part, sealedPart)
      return answer._tag === 'Corrupt' ? raised(answer) : answer
    }
    return parts.map((part) => {
      const found = find(part.scope)
      if (found._tag === 'Erased') return erased
      if (found._tag !== 'Held') return found
      if (E.isLeft(decoded)) return raised(decoded.left)
      return opened(
        part,
        found,
        decoded.right.find((candidate) => candidate.class === part.class),
      )
    })
  }
