import type { Day } from '../../../../domain/values/day'
import type { ImportStep, ImportError } from '../import-error'

interface TaggedError {
  readonly _tag: string
}

/** The tag of the refusal or of the error. It holds no personal data. */
const tagOf = (error: TaggedError & { readonly refusal?: TaggedError }): string => error.refusal?._tag ?? error._tag

/** The reason that a store or the keys give. Reasons of other errors may quote what a ledger or an event holds. */
const reasonOf = (error: TaggedError & { readonly reason?: unknown }): string | null =>
  (error._tag === 'Unavailable' || error._tag === 'StoreUnavailable') && typeof error.reason === 'string'
    ? error.reason
    : null

/** Turns an error of a step into `ImportInterrupted`. */
export const toImportInterrupted =
  (step: ImportStep, on: Day, row: number | null = null) =>
  (error: TaggedError): ImportError => ({
    _tag: 'ImportInterrupted',
    step,
    on,
    row,
    errorTag: tagOf(error),
    reason: reasonOf(error),
  })
