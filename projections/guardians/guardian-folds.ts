import type { GuardianDetails } from '../../domain/borrower/guardian-details'
import type { PlainOrErased } from '../../domain/event/plain-or-erased'
import type { BorrowerId, GuardianId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import { toContactColumns } from '../borrowers/contact-columns'
import { monthOfRecording } from '../read-model/month-of-recording'
import type { EventFolds } from '../read-model/read-model'
import { incrementColumns, putRow, removeRows, setColumns, type RowChange } from '../read-model/row-change'
import { guardianPapersTable, guardiansTable, unconfirmedGuardianPapersTable } from './guardian-tables'

interface GuardianOfBorrower {
  readonly guardian: GuardianId
  readonly borrower: BorrowerId
}

const putGuardian = (
  { guardian, borrower }: GuardianOfBorrower,
  part: PlainOrErased<GuardianDetails>,
  recordedIn: Month,
): ReadonlyArray<RowChange> => {
  if (part._tag === 'Erased') return []
  const { details, paper, ...known } = part.value
  const row = { guardian, borrower, ...known, cprIndex: known.cpr, ...toContactColumns(details), recordedIn }
  return [
    putRow(guardiansTable)(row),
    ...(paper === null ? [] : [putRow(guardianPapersTable)({ guardian, borrower, ...paper, endedIn: null })]),
  ]
}

const endGuardianship = (guardian: GuardianId, endedIn: Month): ReadonlyArray<RowChange> => [
  removeRows(guardiansTable)({ guardian }),
  setColumns(guardianPapersTable)({ guardian }, { endedIn }),
]

export const guardianFolds: EventFolds = {
  GuardianRegistered: ({ open, sealed, metadata }) => [
    ...(open.replaces === null ? [] : endGuardianship(open.replaces, monthOfRecording(metadata))),
    ...putGuardian(open, sealed.guardian, monthOfRecording(metadata)),
  ],
  GuardianCorrected: ({ open, sealed, metadata }) => [
    removeRows(guardiansTable)({ guardian: open.replaces }),
    removeRows(guardianPapersTable)({ guardian: open.replaces }),
    ...putGuardian(open, sealed.guardian, monthOfRecording(metadata)),
  ],
  GuardianshipEnded: ({ open }) => endGuardianship(open.guardian, open.endedIn),
  GuardianPaperDestroyed: ({ open: { guardian } }) => [removeRows(guardianPapersTable)({ guardian })],
  GuardianPapersUnconfirmed: ({ open: { endedIn, papers } }) => [
    incrementColumns(unconfirmedGuardianPapersTable)({ endedIn }, { papers }),
  ],
  UnconfirmedGuardianPapersDestroyed: ({ open: { endedIn, papers: destroyed } }) => [
    incrementColumns(unconfirmedGuardianPapersTable)({ endedIn }, { destroyed }),
  ],
}
