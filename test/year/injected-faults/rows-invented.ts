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

export const rowsInvented: ReadonlyArray<InjectedFault> = [
  rowInvented('disclosures', 'disclosures', 'disclosure', {
    ...{ madeIn: '2026-05', recipient: 'Politiet', basis: 'retsplejeloven', caseNumber: '1' },
  }),
  rowInvented('overrides', 'loanOverrides', 'loan', {
    ...{ borrower: id, copy: '3274626533', act: 'loan', overriddenAt: from },
    ...{ refusals: 'debtOverLimit', reason: 'Aftale' },
  }),
  rowInvented('messageCounts', 'messageCounts', 'messageCount', { borrower: id, month: '2026-05', counts: '[]' }),
  rowInvented('accesses', 'accesses', 'access', {
    ...{ borrower: id, month: '2026-05', day, role: 'staff', reason: 'Brev' },
    ...{ opened: 'nameAndAddress', staffNumber: 'M-17' },
  }),
  rowInvented('accesses', 'views', 'view', { borrower: id, month: '2026-05', views: '[]' }),
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
