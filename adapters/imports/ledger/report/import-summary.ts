import type { Day } from '../../../../domain/values/day'
import type { CsvFileLineCounts } from '../../csv/read-csv-rows'
import type { RejectReason } from '../reading/ledger-loan'

/** Counts of returns: with a complete day in the ledger, and with a partly known day that a rule completed. */
export interface LedgerReturnCounts {
  readonly whole: number
  readonly partly: number
}

/** A count of the file compared with the count of the library. `same` is whether they agree. */
export interface LedgerCountCheck {
  readonly what: string
  readonly file: number
  readonly library: number
  readonly same: boolean
}

/** The figures of an import. Amounts are in øre, times in seconds. */
export interface ImportSummary {
  readonly resumed: boolean
  readonly fingerprint: string
  readonly lines: CsvFileLineCounts
  readonly rows: number
  readonly loans: number
  readonly rejects: Readonly<Partial<Record<RejectReason, number>>>
  readonly returned: LedgerReturnCounts
  readonly partlyKnownRule: string
  readonly neverReturned: number
  /** Returns after the copy was billed as lost. */
  readonly foundAfterBill: LedgerReturnCounts
  readonly billedAsLost: number
  readonly feesLevied: number
  readonly billsLevied: number
  /** Amounts levied since `amountsSince`. Earlier amounts are erased. */
  readonly feesAmount: number
  readonly billsAmount: number
  readonly amountsSince: Day
  readonly borrowersInFile: number
  readonly borrowersWithSeveralNames: number
  readonly borrowersRegistered: number
  readonly borrowersErased: number
  readonly erasedScopes: Readonly<Record<string, number>>
  readonly livingKeys: number | string
  readonly copies: number
  readonly titles: number
  readonly firstDay: Day
  readonly lastRowDay: Day
  readonly today: Day
  readonly daysSimulated: number
  readonly midnightsWithOverdue: number
  readonly checks: ReadonlyArray<LedgerCountCheck>
  readonly commands: number
  readonly seconds: number
  readonly commandsPerSecond: number
}
