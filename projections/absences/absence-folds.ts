import type { EventFolds } from '../read-model/read-model'
import { putRow, removeRows } from '../read-model/row-change'
import { absencesTable } from './absences-table'

export const absenceFolds: EventFolds = {
  AbsenceSet: ({ open, sealed: { absence: part } }) =>
    part._tag === 'Erased' ? [] : [putRow(absencesTable)({ ...open, ...part.value })],
  AbsenceChanged: ({ open: { replaces, ...open }, sealed: { absence: part } }) => [
    removeRows(absencesTable)({ absence: replaces }),
    ...(part._tag === 'Erased' ? [] : [putRow(absencesTable)({ ...open, ...part.value })]),
  ],
  AbsenceRemoved: ({ open: { absence } }) => [removeRows(absencesTable)({ absence })],
  AbsenceEnded: ({ open: { absence } }) => [removeRows(absencesTable)({ absence })],
}
