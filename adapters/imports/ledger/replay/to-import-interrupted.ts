import type { Day } from '../../../../domain/values/day'
import type { LedgerImportStep, LedgerImportError } from '../ledger-import-error'

interface TaggedError {
  readonly _tag: string
  readonly reason?: string
  readonly because?: string
}

/** The tag of the refusal or of the error. It holds no personal data. */
const tagOf = (error: TaggedError & { readonly refusal?: TaggedError }): string => error.refusal?._tag ?? error._tag

/** Reasons of a store, the keys or a codec repeat no value; those of other errors might. */
const tagsWithReason: ReadonlySet<string> = new Set(['Unavailable', 'StoreUnavailable', 'Corrupt', 'Undecodable'])

/** What an error says besides its tag. */
const reasonOf = ({ _tag, reason, because }: TaggedError): string | null =>
  (tagsWithReason.has(_tag) ? reason : because) ?? null

/** Turns an error of a step into `ImportInterrupted`. */
export const toImportInterrupted =
  (step: LedgerImportStep, on: Day, row: number | null = null) =>
  (error: TaggedError): LedgerImportError => ({
    _tag: 'ImportInterrupted',
    step,
    on,
    row,
    errorTag: tagOf(error),
    reason: reasonOf(error),
  })
