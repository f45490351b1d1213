import { canonicalJson } from '../../domain/event/canonical-json'
import type { PartScope } from '../../domain/ports/scope-keys'
import { additionalDataOfSealedPart, type EncodedSealContext } from './additional-data-of-sealed-part'
import type { SealingKeys } from './derive-keys'
import { encrypt } from './aes-gcm'
import { padTextForSealing } from './padding'
import type { SealedPart } from './sealed-part'

/** The sealing keys of a scope, with the version of its key. */
export interface VersionedSealingKeys extends SealingKeys {
  readonly version: number
}

/** Seals a JSON value as one part of an event, by one cipher call. */
export const sealPart =
  (context: EncodedSealContext) =>
  (keys: VersionedSealingKeys, part: PartScope, value: unknown): SealedPart => ({
    class: part.class,
    commitment: keys.commitment,
    ...encrypt(
      keys.encryption,
      additionalDataOfSealedPart(context)(part, keys.version),
      padTextForSealing(canonicalJson(value)),
    ),
  })
