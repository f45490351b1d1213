import type { Day } from '../../../../domain/values/day'
import type { ImportStep, ImportError } from '../import-error'

interface TaggedError {
  readonly _tag: string
}

/** The tag of the refusal or of the error. It holds no personal data. */
const tagOf = (error: TaggedError & { readonly refusal?: TaggedError }): string => error.refusal?._tag ?? error._tag

/** Turns an error of a step into `ImportInterrupted`. */
export const toImportInterrupted =
  (step: ImportStep, on: Day, row: number | null = null) =>
  (error: TaggedError): ImportError => ({ _tag: 'ImportInterrupted', step, on, row, errorTag: tagOf(error) })
