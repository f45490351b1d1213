import type { LogName } from '../../../domain/event/stream'
import type { AppendError } from '../../../domain/ports/event-store'
import type { Unavailable } from '../../../domain/ports/keys'

/** The log that is to take the events holds others already, from this place in it on (counted from 1). */
export interface LogDiffers {
  readonly _tag: 'LogDiffers'
  readonly log: LogName
  readonly at: number
}

/** The key store that is to take the keys holds another row of a scope, or keys of another library. */
export interface KeysDiffer {
  readonly _tag: 'KeysDiffer'
}

export type MigrationError = LogDiffers | KeysDiffer | AppendError | Unavailable

/** Why a library could not be moved, in a sentence that says what to do. */
export const migrationErrorInWords = (error: MigrationError): string => {
  switch (error._tag) {
    case 'LogDiffers':
      return `The log of ${error.log} that is to be copied to holds something else from its event number ${String(error.at)} on. Name an empty one, or the one that an earlier run began.`
    case 'KeysDiffer':
      return 'The key store that is to be copied to holds other keys. Name an empty one, or the one that an earlier run began.'
    case 'Conflict':
      return `Somebody else writes to the log that is copied to (${error.stream.split('-')[0] ?? ''}). Nobody may serve it yet.`
    case 'StoreBusy':
      return 'A store has more to write than its disk takes. Run it again: it goes on where it stopped.'
    case 'StoreUnavailable':
    case 'InvalidAppend':
    case 'Unavailable':
      return `A store failed: ${error.reason}. Run it again: it goes on where it stopped.`
  }
}
