import type { Day } from '../../../../domain/values/day'
import type { RejectReason } from '../reading/ledger-loan'

/** Loans whose return the ledger knows whole, and those for which a rule chose the day. */
export interface Apart {
  readonly whole: number
  readonly partly: number
}

/** Something the library's own counts were compared with the file's in; `same` says whether they agree. */
export interface Check {
  readonly what: string
  readonly file: number
  readonly library: number
  readonly same: boolean
}

/** What an import did, and what became of it. Amounts are in øre, times in seconds. */
export interface ImportSummary {
  readonly resumed: boolean
  readonly fingerprint: string
  readonly rows: number
  readonly loans: number
  readonly rejects: Readonly<Partial<Record<RejectReason, number>>>
  readonly returned: Apart
  readonly partlyKnownRule: string
  readonly neverReturned: number
  /** Returned after the copy had been billed as lost: the copy was found. */
  readonly foundAfterBill: Apart
  readonly billedAsLost: number
  readonly feesLevied: number
  readonly billsLevied: number
  /** Amounts of the days from `amountsSince` on: earlier ones are forgotten, and no log tells them. */
  readonly feesAmount: number
  readonly billsAmount: number
  readonly amountsSince: Day
  readonly borrowersInFile: number
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
  readonly checks: ReadonlyArray<Check>
  readonly commands: number
  readonly seconds: number
  readonly commandsPerSecond: number
}
