import type { DomainEvent } from '../../../domain/event/domain-event'
import type { ScopeClass } from '../../../domain/event/scope-class'
import type { Day } from '../../../domain/values/day'
import type {
  BlockId,
  BorrowerId,
  BranchId,
  ContactId,
  CopyId,
  FeeId,
  LoanId,
  MunicipalityCode,
  ReservationId,
  SetAsideId,
  StatisticsId,
  TitleId,
} from '../../../domain/values/ids'

/** A scope of a history, and whose it is. */
export interface HistoryScope {
  readonly class: ScopeClass
  readonly scope: string
  readonly borrower: string | undefined
}

export interface BorrowerInWorld {
  readonly id: BorrowerId
  contact: ContactId
  readonly blocks: BlockId[]
}
export interface LoanInWorld {
  readonly id: LoanId
  readonly borrower: BorrowerId
  readonly lentOn: Day
  dueOn: Day
}
export interface ReservationInWorld {
  readonly id: ReservationId
  readonly borrower: BorrowerId
  readonly title: TitleId
}
export interface CopyInWorld {
  readonly id: CopyId
  readonly title: TitleId
  loan?: LoanInWorld | undefined
  kept?: { readonly id: SetAsideId; readonly reservation: ReservationInWorld } | undefined
  lost?: FeeId | undefined
  withdrawn?: boolean
}
export interface FeeInWorld {
  readonly id: FeeId
  readonly borrower: BorrowerId
}

/** A library as it is while its history is made up. */
export interface World {
  day: Day
  next: number
  readonly circulation: DomainEvent[]
  readonly persons: DomainEvent[]
  readonly scopes: HistoryScope[]
  readonly borrowers: BorrowerInWorld[]
  readonly copies: CopyInWorld[]
  reservations: ReservationInWorld[]
  fees: FeeInWorld[]
  statistics: StatisticsId | undefined
}

/** Chooses among things as the arbitrary says. Undefined when there are none. */
export type Choose = <A>(things: ReadonlyArray<A>) => A | undefined
export type Step = (world: World, choose: Choose) => void

/** Marks every personal text, so that a test can look for what should be gone. */
export const canary = 'kanariefugl'

export const branches = ['DK-785100', 'DK-785101'].map((branch) => branch as BranchId)
export const municipalities = ['851', '101', null] as ReadonlyArray<MunicipalityCode | null>

export const newId = <Id extends string>(world: World): Id => {
  world.next += 1
  return `00000000-0000-4000-8000-${String(world.next).padStart(12, '0')}` as Id
}

export const newScope = <Id extends string>(world: World, name: ScopeClass, borrower?: BorrowerId): Id => {
  const scope = newId<Id>(world)
  world.scopes.push({ class: name, scope, borrower })
  return scope
}

/** Does it with one of the things, if there is one. */
export const withOne = <A>(thing: A | undefined, then: (thing: A) => void): void => {
  if (thing !== undefined) then(thing)
}
