import type { Day } from '../../domain/values/day'
import type { EventFolds } from '../read-model/read-model'
import { putRow, setColumns } from '../read-model/row-change'
import { legalHoldsTable } from './legal-holds-table'

/** A release or a prolongation counts only when its sealed part can be read. */
export const legalHoldFolds: EventFolds = {
  HoldSet: ({ metadata: { recorded }, open: { hold, lastDay }, sealed }) => {
    if (sealed.hold._tag === 'Erased') return []
    const { explanation, ...details } = sealed.hold.value
    return [
      putRow(legalHoldsTable)({
        ...{ hold, lastDay, setOn: recorded as Day, releasedOn: null, ...details },
        ...{ basisForBorrower: explanation?.basis ?? null, reasonForBorrower: explanation?.reason ?? null },
      }),
    ]
  },
  HoldProlonged: ({ open: { hold, lastDay }, sealed }) =>
    sealed.hold._tag === 'Erased' ? [] : [setColumns(legalHoldsTable)({ hold }, { lastDay })],
  HoldReleased: ({ metadata: { recorded }, open: { hold }, sealed }) =>
    sealed.hold._tag === 'Erased' ? [] : [setColumns(legalHoldsTable)({ hold }, { releasedOn: recorded as Day })],
}
