import type { ScopeClass } from '../event/scope-class'
import type { CertificateId } from '../values/ids'

/** Why a personal value is not shown. The words are the same for every role. */
export type UnreadValue =
  /** The log says that the scope was erased. The certificate is null until there is one. */
  | { readonly status: 'erased'; readonly class: ScopeClass; readonly certificate: CertificateId | null }
  /** The reader does not open the class: no key was asked for. */
  | { readonly status: 'withheld'; readonly class: ScopeClass }
  /** The key is lost, or the key store does not answer. */
  | { readonly status: 'unavailable'; readonly class: ScopeClass; readonly reason: string }
  /** The event or its sealed part is not what the library wrote. */
  | { readonly status: 'damaged'; readonly class: ScopeClass; readonly reason: string }

/** A value of a replay: as JSON, or why it is not shown. */
export type ReplayedValue = { readonly status: 'plain'; readonly value: unknown } | UnreadValue

/** A sealed part of an event, as its reader gets it. */
export type ReplayedPart =
  { readonly status: 'plain'; readonly class: ScopeClass; readonly value: unknown } | UnreadValue

export const plainValue = (value: unknown): ReplayedValue => ({ status: 'plain', value })
