import type { GuardianDetails } from '../../domain/borrower/guardian-details'
import type { PlainOrErased } from '../../domain/event/plain-or-erased'
import type { BorrowerId, GuardianId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import { toContactColumns } from '../borrowers/contact-columns'
import { monthOfRecording } from '../read-model/month-of-recording'
import type { EventFolds } from '../read-model/read-model'
import { incrementColumns, putRow, removeRows, setColumns, type RowChange } from '../read-model/row-change'
import {
  guardianPapersTable,
  guardiansTable,
  unconfirmedGuardianPapersTable,
  verifiedEmailsOfGuardiansTable,
} from './guardian-tables'

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
  const { details, verifiedEmails, paper, ...known } = part.value
  const row = { guardian, borrower, ...known, cprIndex: known.cpr, ...toContactColumns(details), recordedIn }
  return [
    putRow(guardiansTable)(row),
    ...verifiedEmails.map((email) => putRow(verifiedEmailsOfGuardiansTable)({ guardian, borrower, email })),
    ...(paper === null ? [] : [putRow(guardianPapersTable)({ guardian, borrower, ...paper, endedIn: null })]),
  ]
}

const removeGuardian = (guardian: GuardianId): ReadonlyArray<RowChange> => [
  removeRows(guardiansTable)({ guardian }),
  removeRows(verifiedEmailsOfGuardiansTable)({ guardian }),
]

const endGuardianship = (guardian: GuardianId, endedIn: Month): ReadonlyArray<RowChange> => [
  ...removeGuardian(guardian),
  setColumns(guardianPapersTable)({ guardian }, { endedIn }),
]

export const guardianFolds: EventFolds = {
  GuardianRegistered: ({ open, sealed, metadata }) => [
    ...(open.replaces === null ? [] : endGuardianship(open.replaces, monthOfRecording(metadata))),
    ...putGuardian(open, sealed.guardian, monthOfRecording(metadata)),
  ],
  GuardianCorrected: ({ open, sealed, metadata }) => [
    ...removeGuardian(open.replaces),
    removeRows(guardianPapersTable)({ guardian: open.replaces }),
    ...putGuardian(open, sealed.guardian, monthOfRecording(metadata)),
  ],
  GuardianEmailVerified: ({ open: { borrower, guardian }, sealed }) =>
    sealed.guardian._tag === 'Erased'
      ? []
      : [putRow(verifiedEmailsOfGuardiansTable)({ guardian, borrower, email: sealed.guardian.value.email })],
  GuardianshipEnded: ({ open }) => endGuardianship(open.guardian, open.endedIn),
  GuardianPaperDestroyed: ({ open: { guardian } }) => [removeRows(guardianPapersTable)({ guardian })],
  GuardianPapersUnconfirmed: ({ open: { endedIn, papers } }) => [
    incrementColumns(unconfirmedGuardianPapersTable)({ endedIn }, { papers }),
  ],
  UnconfirmedGuardianPapersDestroyed: ({ open: { endedIn, papers: destroyed } }) => [
    incrementColumns(unconfirmedGuardianPapersTable)({ endedIn }, { destroyed }),
  ],
}
