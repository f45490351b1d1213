import type { GuardianDetails } from '../../domain/borrower/guardian-details'
import type { PlainOrErased } from '../../domain/event/plain-or-erased'
import type { BorrowerId, GuardianId } from '../../domain/values/ids'
import type { EventFolds } from '../read-model/read-model'
import { putRow, removeRows, setColumns, type RowChange } from '../read-model/row-change'
import { guardianPapersTable, guardiansTable } from './guardian-tables'

interface GuardianOfBorrower {
  readonly guardian: GuardianId
  readonly borrower: BorrowerId
}

const putGuardian = (
  { guardian, borrower }: GuardianOfBorrower,
  part: PlainOrErased<GuardianDetails>,
): ReadonlyArray<RowChange> => {
  if (part._tag === 'Erased') return []
  const { details, paper, ...known } = part.value
  const row = { guardian, borrower, ...known, ...details, phones: JSON.stringify(details.phones) }
  return [
    putRow(guardiansTable)(row),
    ...(paper === null ? [] : [putRow(guardianPapersTable)({ guardian, borrower, ...paper, status: 'kept' as const })]),
  ]
}

const endGuardianship = (guardian: GuardianId): ReadonlyArray<RowChange> => [
  removeRows(guardiansTable)({ guardian }),
  setColumns(guardianPapersTable)({ guardian }, { status: 'toDestroy' }),
]

export const guardianFolds: EventFolds = {
  GuardianRegistered: ({ open, sealed }) => [
    ...(open.replaces === null ? [] : endGuardianship(open.replaces)),
    ...putGuardian(open, sealed.guardian),
  ],
  GuardianCorrected: ({ open, sealed }) => [
    removeRows(guardiansTable)({ guardian: open.replaces }),
    removeRows(guardianPapersTable)({ guardian: open.replaces }),
    ...putGuardian(open, sealed.guardian),
  ],
  GuardianshipEnded: ({ open }) => endGuardianship(open.guardian),
  GuardianPaperDestroyed: ({ open: { guardian } }) => [removeRows(guardianPapersTable)({ guardian })],
}
