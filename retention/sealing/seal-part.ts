import { canonical } from '../../domain/event/canonical'
import type { Part } from '../../domain/ports/keys'
import { additionalData, type BoundPlace } from './additional-data'
import type { SealingKeys } from './derive'
import { encrypt } from './gcm'
import { pad } from './padding'
import type { SealedPart } from './sealed-part'

/** The keys of a scope, and the version under which they were made. */
export interface ScopeKeys extends SealingKeys {
  readonly version: number
}

/** Seals a JSON value as one part of the event at a place. One cipher call. */
export const sealPart =
  (place: BoundPlace) =>
  (keys: ScopeKeys, part: Part, value: unknown): SealedPart => ({
    class: part.class,
    commitment: keys.commitment,
    ...encrypt(keys.encryption, additionalData(place)(part, keys.version), pad(canonical(value))),
  })
