import { hash } from 'node:crypto'
import type { Part, Place } from '../../domain/ports/keys'
import { tuple } from './tuple'

/** The version of everything a seal is made of: derivation, additional data, padding. */
const format = 'glemsom sealed part 1'

/** What is bound into the seal of every part of one event, but for the part's own scope. */
export type BoundPlace = Buffer

/** The place of an event in the library and log that hold it. The open part enters by its SHA-256. */
export const bindPlace =
  (library: string) =>
  (place: Place): BoundPlace =>
    tuple([
      format,
      library,
      place.log,
      place.stream,
      String(place.revision),
      place.id,
      place.type,
      String(place.version),
      hash('sha256', place.open, 'buffer'),
    ])

/** The additional data of one sealed part: moved to another place or scope, it does not open. */
export const additionalData =
  (place: BoundPlace) =>
  (part: Part, keyVersion: number): Buffer =>
    Buffer.concat([place, tuple([part.class, part.scope, String(keyVersion)])])
