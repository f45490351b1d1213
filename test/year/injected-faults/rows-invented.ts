import type { ColumnValues } from '../../../projections/read-model/row-change'
import type { PromiseName } from '../checks/broken-promise'
import type { InjectedFault } from './injected-fault'
import { deleteRow, insertRow } from './rows-put-back'
import { writeWhenFree } from './writable-files'

const id = '00000000-0000-4000-8000-000000000005'
const day = '2026-05-04'
const [from, until] = [`${day}T10:00:00.000Z`, `${day}T11:00:00.000Z`]

/** A row is listed of a record that nobody made. `column` holds the id of the record. */
const rowInvented = (promise: PromiseName, table: string, column: string, values: ColumnValues): InjectedFault => ({
  promise,
  title: `a row of ${table} is listed that nobody made`,
  inject: async ({ files: { readModels } }) => {
    await writeWhenFree(() => insertRow(readModels, table, { [column]: id, ...values }))
    return () => writeWhenFree(() => deleteRow(readModels, table, column, id))
  },
})

/** Of records that the simulated library does not make. */
export const rowsInvented: ReadonlyArray<InjectedFault> = [
  rowInvented('notesRequest', 'notesRequests', 'note', { borrower: id, requestedOn: day }),
  rowInvented('footage', 'recordings', 'footage', { branch: 'DK-785100', camera: '1', day, from, until }),
  rowInvented('videoViewings', 'videoRequests', 'viewing', {
    ...{ day, act: 'look', by: 'M-17', role: 'dutyOfficer', at: from, requestedBy: 'Politiet', reason: 'Tyveri' },
  }),
  rowInvented('serverLog', 'serverLogDays', 'serverLog', { day }),
  rowInvented('serverLogOpenings', 'serverLogOpenings', 'serverLogOpening', {
    ...{ openedOn: day, day, openedBy: 'M-17', reason: 'Angreb' },
  }),
]
