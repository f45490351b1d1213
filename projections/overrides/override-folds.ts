import { refusalOverrideOfText } from '../../domain/policy/refusal-override'
import type { ReservationId } from '../../domain/values/ids'
import { putRow, removeRows, type RowChange } from '../read-model/row-change'
import type { EventFolds } from '../read-model/read-model'
import { loanOverridesTable, reservationOverridesTable, type LoanOverrideRow } from './override-tables'

/** What was overridden, as a row has it; undefined when nothing was. */
const overriddenIn = (text: string): { readonly refusals: string; readonly reason: string } | undefined => {
  const override = refusalOverrideOfText(text)
  return override === null ? undefined : { refusals: override.refusals.join(' '), reason: override.reason }
}

const putLoanOverride = (row: Omit<LoanOverrideRow, 'refusals' | 'reason'>, text: string): ReadonlyArray<RowChange> => {
  const overridden = overriddenIn(text)
  return overridden === undefined ? [] : [putRow(loanOverridesTable)({ ...row, ...overridden })]
}

const removeReservationOverride = ({
  open: { reservation },
}: {
  readonly open: { readonly reservation: ReservationId }
}): ReadonlyArray<RowChange> => [removeRows(reservationOverridesTable)({ reservation })]

export const overrideFolds: EventFolds = {
  LoanStarted: ({ open: { loan, copy }, sealed: { loan: part } }) => {
    if (part._tag === 'Erased') return []
    const { borrower, lentAt, override } = part.value
    return putLoanOverride({ loan, borrower, copy, act: 'loan', overriddenAt: lentAt }, override)
  },
  LoanRenewed: ({ open: { loan, copy }, sealed: { loan: part } }) => {
    if (part._tag === 'Erased') return []
    const { borrower, renewedAt, override } = part.value
    return putLoanOverride({ loan, borrower, copy, act: 'renewal', overriddenAt: renewedAt }, override)
  },
  ReservationMade: ({ open: { reservation, title }, sealed: { reservation: part } }) => {
    if (part._tag === 'Erased') return []
    const { borrower, madeAt, override } = part.value
    const overridden = overriddenIn(override)
    return overridden === undefined
      ? []
      : [putRow(reservationOverridesTable)({ reservation, borrower, title, overriddenAt: madeAt, ...overridden })]
  },
  ReservationFulfilled: removeReservationOverride,
  ReservationCancelled: removeReservationOverride,
  ReservationExpired: removeReservationOverride,
}
