import type { Either } from 'fp-ts/Either'
import type { AcquireCopy } from '../../../domain/copy/commands/acquire-copy'
import { unkeyedOrigin } from '../../../domain/use-cases/command-metadata'
import { changeCopy } from '../../../domain/use-cases/change-copy'
import { copyById } from '../../../projections/copies/copy-queries'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import { statusOfNewRecordAtBranch } from '../table/row-status-for-new-record'
import type { ImportRowStatus, ImportedRowCells, ImportRecordKind } from '../table/import-record-kind'

/** A copy of a table. */
type ImportedCopy = Omit<AcquireCopy, 'type'>

/** The rules for copies that are kept elsewhere: those of acquisition over HTTP. */
export interface CopyImportRules {
  readonly requiredColumns: ReadonlyArray<string>
  readonly optionalColumns: ReadonlyArray<string>
  readonly decodeRow: (cells: ImportedRowCells) => Either<string, ImportedCopy>
}

/** An item number is for ever: a copy that is known must be of the same title. */
const statusOf =
  (library: Pick<RunningLibrary, 'rows' | 'useCaseDependencies'>) =>
  ({ copy, title, branch }: ImportedCopy): ImportRowStatus => {
    const known = copyById(copy)(library.rows)
    if (known === undefined) return statusOfNewRecordAtBranch(library)('branch', branch)
    return known.title === title
      ? { _tag: 'Present' }
      : { _tag: 'Contradicted', reason: 'copy is the item number of a copy of another title' }
  }

/** Acquires copies. The columns are the members of an acquisition over HTTP; the price is in kroner. */
export const copyImportRecordKind = (rules: CopyImportRules): ImportRecordKind<ImportedCopy> => ({
  ...rules,
  name: 'Copies',
  numbersOf: ({ copy }) => [['copy', copy]],
  statusOf,
  addTo:
    ({ useCaseDependencies }) =>
    (copy) =>
      changeCopy(useCaseDependencies)(copy.copy, {
        at: useCaseDependencies.commandHandling.clock.now(),
        origin: unkeyedOrigin,
      })({ type: 'Acquire', ...copy }),
})
