import { monthOfRecording } from '../read-model/month-of-recording'
import type { EventFolds } from '../read-model/read-model'
import { putRow, removeRows } from '../read-model/row-change'
import { absencesTable } from './absences-table'

export const absenceFolds: EventFolds = {
  AbsenceSet: ({ open, sealed: { absence: part }, metadata }) =>
    part._tag === 'Erased'
      ? []
      : [putRow(absencesTable)({ ...open, ...part.value, recordedIn: monthOfRecording(metadata) })],
  AbsenceChanged: ({ open: { replaces, ...open }, sealed: { absence: part }, metadata }) => [
    removeRows(absencesTable)({ absence: replaces }),
    ...(part._tag === 'Erased'
      ? []
      : [putRow(absencesTable)({ ...open, ...part.value, recordedIn: monthOfRecording(metadata) })]),
  ],
  AbsenceRemoved: ({ open: { absence } }) => [removeRows(absencesTable)({ absence })],
  AbsenceEnded: ({ open: { absence } }) => [removeRows(absencesTable)({ absence })],
}
