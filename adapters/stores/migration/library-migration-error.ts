import type { LogName } from '../../../domain/event/stream'
import type { AppendError } from '../../../domain/ports/event-store'
import type { Unavailable } from '../../../domain/ports/scope-keys'

/** The target log holds other events, from the event with this number on (counted from 1). */
export interface LogDiffers {
  readonly _tag: 'LogDiffers'
  readonly log: LogName
  readonly at: number
}

/** The target key store holds another row of a scope, or keys of another library. */
export interface KeysDiffer {
  readonly _tag: 'KeysDiffer'
}

export type LibraryMigrationError = LogDiffers | KeysDiffer | AppendError | Unavailable

/** The message for people: why a library could not be moved, and what to do. */
export const libraryMigrationErrorMessage = (error: LibraryMigrationError): string => {
  switch (error._tag) {
    case 'LogDiffers':
      return `The target log of ${error.log} holds other events from its event number ${String(error.at)} on. Name an empty log, or the log that an earlier run began to fill.`
    case 'KeysDiffer':
      return 'The target key store holds other keys. Name an empty key store, or the one that an earlier run began to fill.'
    case 'Conflict':
      return `Another process writes to the target log (${error.stream.split('-')[0] ?? ''}). Stop all processes that serve the library there.`
    case 'StoreBusy':
      return 'A store has more to write than its disk can take. Run the command again: it continues where it stopped.'
    case 'StoreUnavailable':
    case 'InvalidAppend':
    case 'Unavailable':
      return `A store failed: ${error.reason}. Run the command again: it continues where it stopped.`
  }
}
