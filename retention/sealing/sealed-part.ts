import type { ScopeClass } from '../../domain/event/scope-class'
import type { Ciphertext } from './aes-gcm'

/** One sealed part of an event, as the log stores it. */
export interface SealedPart extends Ciphertext {
  readonly class: ScopeClass
  readonly commitment: Uint8Array
}
