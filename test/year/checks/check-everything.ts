import { allReadModels } from '../../../projections/all-read-models'
import { allReadModelRows } from '../../fixtures/in-memory-read-models'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import type { ReadModelTable } from '../../../projections/read-model/define-table'
import type { ReadModelRows } from '../../../projections/read-model/read-model-rows'
import { broken, type BrokenPromise } from './broken-promise'
import type { Check } from './midnight'

const progress = (): void => undefined

/** The read models are what the logs say: made anew, they have the same rows. */
export const checkRebuild: Check = async ({ year: { library } }) => {
  const before = allReadModelRows(library)
  rightOrThrow(await library.rebuildReadModels(progress)())
  const after = allReadModelRows(library)
  return Object.keys(before)
    .filter((table) => JSON.stringify(before[table]) !== JSON.stringify(after[table]))
    .map((table) => broken('rebuilt read models are the same', 'differs after a rebuild', table))
}

/** The proof of completeness finds nothing. What a hold stops is none of its findings. */
export const checkCompleteness: Check = async ({ year: { library } }) => {
  const { isComplete, findings } = rightOrThrow(await library.audit.completeness(progress)())
  return isComplete
    ? []
    : [broken('the completeness proof finds nothing', JSON.stringify(findings).slice(0, 500), 'audit')]
}

/** Every certificate of both logs is valid. */
export const checkCertificates: Check = async ({ year: { library } }) =>
  (await library.certificates.verifyAll(progress)).findings.map(({ problem, stream }) =>
    broken('certificates for exactly what went', JSON.stringify(problem), stream),
  )

const hasBorrower = ({ columns }: ReadModelTable): boolean => columns['borrower'] !== undefined

const rowsOfBorrower = (rows: ReadModelRows, table: ReadModelTable, borrower: string): number =>
  rows.count(table, { where: { borrower } })

/** "Nobody erased has any row." */
export const checkErasedBorrowers: Check = ({ year: { groundTruth, library } }) => {
  const tables = allReadModels.flatMap(({ tables: all }): ReadonlyArray<ReadModelTable> => all).filter(hasBorrower)
  const all: BrokenPromise[] = []
  for (const borrower of groundTruth.erased.keys())
    for (const table of tables)
      if (rowsOfBorrower(library.rows, table, borrower) > 0)
        all.push(broken('an erased borrower leaves nothing', `a row in ${table.name}`, borrower))
  return all
}
