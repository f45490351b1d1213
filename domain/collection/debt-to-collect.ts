import type { FeeKind } from '../fee/fee-state'
import type { Day } from '../values/day'
import type { FeeId } from '../values/ids'
import type { Ore } from '../values/ore'

/** Who owes a debt. */
export interface Debtor {
  readonly name: string
  /** Null when the library does not know it. */
  readonly cpr: string | null
  /** Only of a person whose CPR number is unknown: the collector finds all others by their number. */
  readonly address: string | null
}

/** A debt as the collector gets it. It names no title: what was read is not the collector's business. */
export interface DebtToCollect {
  /** By which the collector recognises a debt that comes twice. */
  readonly reference: FeeId
  readonly kind: FeeKind
  /** In øre. */
  readonly amount: Ore
  readonly leviedOn: Day
  /** The last day to pay of the written notice. */
  readonly noticePayBy: Day
  readonly debtor: Debtor
  /** Who answers for a debtor who was under age when the fee was levied; null for all others. */
  readonly guardian: Pick<Debtor, 'name' | 'cpr'> | null
}

/** What a file to the collector says. */
export interface CollectionFile {
  readonly format: 'glemsom collection 1'
  readonly file: string
  readonly madeOn: Day
  readonly debts: ReadonlyArray<DebtToCollect>
}
