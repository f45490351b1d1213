import type { Day } from '../../../../domain/values/day'
import type { Instant } from '../../../../domain/values/instant'
import type { BlockReason } from '../../../../domain/policy/block-reason'
import type { NamedBranch } from '../branches/branch-names'

/** A reservation as its borrower sees it. */
export interface ShownReservation {
  readonly reservation: string
  readonly title: string
  readonly name?: string
  readonly pickUpBranch: string
  readonly interestUntil: Day
  readonly madeAt: Instant
  readonly state: 'reserved' | 'paused' | 'inTransit' | 'ready'
  readonly parallelTo: ReadonlyArray<string>
  readonly volume: string | null
  readonly pickUpNumber: string | null
  readonly pickUpBy: Day | null
  readonly queueNumber?: number
}

/** A title that the borrower came to reserve. */
export interface TitleToReserve {
  readonly title: string
  /** Undefined when the library does not have it. */
  readonly name: string | undefined
  /** The volume of a periodical; '' for any. */
  readonly volume: string
}

/** What the page with the reservations of a borrower shows. */
export interface Reservations {
  readonly reservations: ReadonlyArray<ShownReservation>
  readonly branches: ReadonlyArray<NamedBranch>
  readonly homeBranch: string
  /** Why the borrower can reserve nothing: empty when nothing stands in the way. */
  readonly blocks: ReadonlyArray<BlockReason>
  readonly owesTooMuch: boolean
  readonly toReserve: TitleToReserve | undefined
  readonly interestDays: number
  readonly parallelAtMost: number
}
