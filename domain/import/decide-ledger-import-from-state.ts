import type { Either } from 'fp-ts/Either'
import type { ImportEvent } from './import-event'
import type { ImportRefusal } from './ledger-import-refusal'
import type { ImportState } from './ledger-import-state'

/** The result of a command, by the state of the import. */
export type DecideFromState = (state: ImportState) => Either<ImportRefusal, ReadonlyArray<ImportEvent>>
