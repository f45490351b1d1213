import type { ShownObstacle } from '../../../../../domain/policy/borrower-obligations'
import type { LoanRuleViolation } from '../../../../../domain/policy/loan-rule-violation'
import type { RenewalConflict } from '../../../../../domain/policy/renewal-outcome'
import type { LogEntriesByKind, LogEntry } from '../../../../../retention/promises/log-entries'
import type { DataOfKind, PersonalData } from '../../../pages/personal-data/personal-data'
import { toOfflineCaseReason } from '../offline-cases/offline-case-codecs'

interface MachineCases {
  readonly machineCases: ReadonlyArray<{ readonly against: ReadonlyArray<string> }>
}

const hasMachineCases = (data: object): data is MachineCases => 'machineCases' in data

/** What machines did was against rules: in the words of this interface. */
const inWordsOfInterface = (data: object | null): object | null =>
  data !== null && hasMachineCases(data)
    ? {
        ...data,
        machineCases: data.machineCases.map(({ against, ...entry }) => ({
          ...entry,
          against: (against as ReadonlyArray<LoanRuleViolation | RenewalConflict>).map(toOfflineCaseReason),
        })),
      }
    : data

const toKindAnswer = ({ promise, status, data }: DataOfKind, entries: ReadonlyArray<LogEntry>) => {
  const { name, purpose, legalBasis, end, seenBy, changedBy } = promise
  return {
    promise: { name, purpose, legalBasis, until: end, seenBy, changedBy },
    status,
    data: inWordsOfInterface(data),
    entries,
  }
}

const obstacleNames = {
  Loans: 'loans',
  Reservations: 'reservations',
  SetAsides: 'setAsides',
  UnfinishedPayments: 'unfinishedPayments',
  UnpaidReimbursements: 'unpaidReimbursements',
  ExplainedLegalHolds: 'explainedLegalHolds',
  Owed: 'owed',
} as const satisfies Readonly<Record<ShownObstacle['_tag'], string>>

const toObstacleAnswer = ({ _tag, ...amount }: ShownObstacle) => ({ what: obstacleNames[_tag], ...amount })

/** The export as it is sent: by kind of data what is in force, and each entry of the logs. */
export const toPersonalDataAnswer = (
  { borrower, madeOn, kinds, obstacles }: PersonalData,
  entries: LogEntriesByKind,
) => ({
  ...{ borrower, madeOn },
  kinds: Object.fromEntries(kinds.map((row) => [row.kind, toKindAnswer(row, entries.get(row.kind) ?? [])])),
  obstacles: obstacles.map(toObstacleAnswer),
})
