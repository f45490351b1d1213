import { putRow, removeRows, setColumns } from '../read-model/row-change'
import type { EventFolds } from '../read-model/read-model'
import { monthOfRecording } from '../read-model/month-of-recording'
import { loansTable } from './loans-table'

export const loanFolds: EventFolds = {
  LoanStarted: ({ metadata, open: { loan, copy, title, lentOn }, sealed: { loan: part } }) => {
    if (part._tag === 'Erased') return []
    const { borrower, dueOn, borrowerGroup, ageClass, name } = part.value
    const month = monthOfRecording(metadata)
    return [
      putRow(loansTable)({
        loan,
        borrower,
        copy,
        title,
        name,
        borrowerGroup,
        ageClass,
        lentOn,
        dueOn,
        startedIn: month,
        lastActIn: month,
        endedOn: null,
        end: null,
        previouslyEndedOn: null,
      }),
    ]
  },
  LoanRenewed: ({ metadata, open: { loan }, sealed: { loan: part } }) =>
    part._tag === 'Erased'
      ? []
      : [setColumns(loansTable)({ loan }, { dueOn: part.value.dueOn, lastActIn: monthOfRecording(metadata) })],
  PastLoanRecorded: ({ metadata, open: { loan, copy, title, lentOn, returnedOn }, sealed: { loan: part } }) => {
    if (part._tag === 'Erased') return []
    const { borrower, dueOn, borrowerGroup, ageClass, name } = part.value
    const month = monthOfRecording(metadata)
    return [
      putRow(loansTable)({
        ...{ loan, borrower, copy, title, name, borrowerGroup, ageClass, lentOn, dueOn },
        ...{ startedIn: month, lastActIn: month, endedOn: returnedOn, end: 'returned', previouslyEndedOn: null },
      }),
    ]
  },
  LoanReturned: ({ metadata, open: { loan, returnedOn }, sealed: { loan: part } }) =>
    part._tag === 'Erased'
      ? [
          setColumns(loansTable)(
            { loan },
            { endedOn: returnedOn, end: 'returned', lastActIn: monthOfRecording(metadata) },
          ),
        ]
      : [
          setColumns(loansTable)(
            { loan },
            { dueOn: part.value.dueOn, endedOn: returnedOn, end: 'returned', lastActIn: monthOfRecording(metadata) },
          ),
        ],
  LoanEndCorrected: ({ open: { loan, returnedOn }, sealed: { loan: part } }) =>
    part._tag === 'Erased'
      ? []
      : [
          setColumns(loansTable)(
            { loan },
            {
              dueOn: part.value.dueOn,
              endedOn: returnedOn,
              end: 'returned',
              previouslyEndedOn: part.value.previouslyEndedOn,
            },
          ),
        ],
  CopyBilledAsLost: ({ open: { loan, billedOn } }) => [
    setColumns(loansTable)({ loan }, { endedOn: billedOn, end: 'billed' }),
  ],
  LoanUndone: ({ open: { loan } }) => [removeRows(loansTable)({ loan })],
}
