import type { Either } from 'fp-ts/Either'
import type { ImportEvent } from './import-event'
import type { ImportRefusal } from './refusal'
import type { ImportState } from './state'

/** What a command may make happen to an import in some state. */
export type Decision = (state: ImportState) => Either<ImportRefusal, ReadonlyArray<ImportEvent>>
