import type { EventMetadata } from '../../domain/event/domain-event'
import type { PlainOrErased } from '../../domain/event/plain-or-erased'
import type { AbsencePeriod } from '../../domain/policy/absence-period'
import type { AbsenceId, BorrowerId } from '../../domain/values/ids'
import { monthOfRecording } from '../read-model/month-of-recording'
import type { EventFolds } from '../read-model/read-model'
import { putRow, removeRows, type RowChange } from '../read-model/row-change'
import { absencesTable } from './absences-table'

const putAbsence = (
  of: { readonly absence: AbsenceId; readonly borrower: BorrowerId },
  part: PlainOrErased<AbsencePeriod>,
  metadata: EventMetadata,
): ReadonlyArray<RowChange> =>
  part._tag === 'Erased'
    ? []
    : [putRow(absencesTable)({ ...of, ...part.value, recordedIn: monthOfRecording(metadata) })]

export const absenceFolds: EventFolds = {
  AbsenceSet: ({ open, sealed, metadata }) => putAbsence(open, sealed.absence, metadata),
  AbsenceChanged: ({ open: { replaces, ...open }, sealed, metadata }) => [
    removeRows(absencesTable)({ absence: replaces }),
    ...putAbsence(open, sealed.absence, metadata),
  ],
  AbsenceRemoved: ({ open: { absence } }) => [removeRows(absencesTable)({ absence })],
  AbsenceEnded: ({ open: { absence } }) => [removeRows(absencesTable)({ absence })],
}
