import type { ScopeClass } from '../../domain/event/scope-class'
import type { Ciphertext } from './gcm'

/** One part of an event as it stands in the log. */
export interface SealedPart extends Ciphertext {
  readonly class: ScopeClass
  readonly commitment: Uint8Array
}
