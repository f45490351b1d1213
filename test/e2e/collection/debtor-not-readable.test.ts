import type { Day } from '../../../domain/values/day'
import type { CollectionFileId } from '../../../domain/values/ids'
import { identitiesTable } from '../../../projections/borrowers/borrower-tables'
import {
  debtsInCollectionFile,
  feesReadyForCollection,
  feesSelectedForCollectionFile,
} from '../../../projections/fees/collection-queries'
import type { ReadModelRows } from '../../../projections/read-model/read-model-rows'
import { asAdministrator, feeToCollect, policyWithCollector, withCollector } from './collection-steps'

/** The rows as they are when the events that tell who borrowers are cannot be read. */
const withoutIdentities = (rows: ReadModelRows): ReadModelRows => ({
  ...rows,
  find: (table, query) => (table.name === identitiesTable.name ? [] : rows.find(table, query)),
})

describe('a debt of a borrower whose identity cannot be read', () => {
  it(
    'is not selected for a file to the collector, because the file would not have it',
    withCollector(async (library) => {
      const { fee } = await feeToCollect(library)
      const { rows } = library.runningLibrary
      const ready = feesReadyForCollection('2026-02-26' as Day)
      expect(ready(rows)).toMatchObject([{ fee }])
      expect(ready(withoutIdentities(rows))).toEqual([])
    }),
  )

  it(
    'is not passed on with a file that does not have it',
    withCollector(async (library) => {
      const { fee } = await feeToCollect(library)
      const file = (await asAdministrator(library, '/collection-files')).body.file as CollectionFileId
      const { rows } = library.runningLibrary
      const debts = debtsInCollectionFile(policyWithCollector.guardians)(file)
      const passedOn = feesSelectedForCollectionFile(file)
      expect([debts(rows), passedOn(rows)]).toMatchObject([[{ reference: fee }], [{ fee }]])
      const unreadable = withoutIdentities(rows)
      expect([debts(unreadable), passedOn(unreadable)]).toEqual([[], []])
    }),
  )
})
