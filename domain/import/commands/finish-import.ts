import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { Day } from '../../values/day'
import type { ImportId } from '../../values/ids'
import type { DecideFromState } from '../decide-ledger-import-from-state'
import { ImportFinished } from '../events/import-finished'
import type { ImportEvent } from '../import-event'
import { refuseImport, type ImportRefusal } from '../ledger-import-refusal'
import type { StartedImport } from '../ledger-import-state'

/** Finishes an import after its last row. */
export interface FinishImport {
  readonly type: 'FinishImport'
  readonly import: ImportId
  /** Rows that became loans. */
  readonly loans: number
  /** Rows in the rejects file. */
  readonly rejects: number
  readonly finishedOn: Day
}

const finishStarted =
  ({ import: id, loans, rejects, finishedOn }: FinishImport) =>
  ({ fingerprint, rows }: StartedImport): Either<ImportRefusal, ReadonlyArray<ImportEvent>> =>
    loans + rejects === rows
      ? E.right([ImportFinished({ import: id, fingerprint, loans, rejects, finishedOn }, {})])
      : E.left({ _tag: 'RowsUnaccountedFor', rows, loans, rejects })

/** A repeat changes nothing. Refused: `ImportIsUnknown`, `RowsUnaccountedFor`. */
export const decideFinishImport =
  (command: FinishImport): DecideFromState =>
  (state) => {
    switch (state._tag) {
      case 'NotStarted':
        return refuseImport('ImportIsUnknown')
      case 'Started':
        return finishStarted(command)(state)
      case 'Finished':
        return E.right([])
    }
  }
