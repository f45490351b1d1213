import type { DomainEvent } from '../../../domain/event/domain-event'
import type { ScopeClass } from '../../../domain/event/scope-class'
import type { Day } from '../../../domain/values/day'
import type {
  BlockId,
  BorrowerId,
  BranchId,
  CardId,
  ContactId,
  CopyId,
  FeeId,
  IdentityId,
  LoanId,
  MunicipalityCode,
  NoteId,
  PinId,
  PreferenceId,
  ReservationId,
  SetAsideId,
  StatisticsId,
  TitleId,
} from '../../../domain/values/ids'

/** A scope of a history, and its borrower. */
export interface HistoryScope {
  readonly class: ScopeClass
  readonly scope: string
  readonly borrower: string | undefined
}

export interface HistoryBorrower {
  readonly id: BorrowerId
  contact: ContactId
  identity: IdentityId | null
  preference: PreferenceId | null
  card: CardId
  pin: PinId | null
  readonly blocks: BlockId[]
  note?: NoteId | undefined
}
export interface HistoryLoan {
  readonly id: LoanId
  readonly borrower: BorrowerId
  readonly lentOn: Day
  dueOn: Day
}
export interface HistoryReservation {
  readonly id: ReservationId
  readonly borrower: BorrowerId
  readonly title: TitleId
}
export interface HistoryCopy {
  readonly id: CopyId
  readonly title: TitleId
  loan?: HistoryLoan | undefined
  reservedFor?: { readonly id: SetAsideId; readonly reservation: HistoryReservation } | undefined
  lost?: FeeId | undefined
  withdrawn?: boolean
}
export interface HistoryFee {
  readonly id: FeeId
  readonly borrower: BorrowerId
}

/** The state of a library while its history is made. */
export interface HistoryState {
  day: Day
  next: number
  readonly circulation: DomainEvent[]
  readonly persons: DomainEvent[]
  readonly scopes: HistoryScope[]
  readonly borrowers: HistoryBorrower[]
  readonly copies: HistoryCopy[]
  reservations: HistoryReservation[]
  fees: HistoryFee[]
  readonly paidFees: HistoryFee[]
  statistics: StatisticsId | undefined
}

/** Chooses one of the items, as the arbitrary decides. Undefined when there are none. */
export type ChooseRandomItem = <A>(items: ReadonlyArray<A>) => A | undefined
export type HistoryStep = (history: HistoryState, choose: ChooseRandomItem) => void

/** Stands in every personal text, so that a test can search for what must be erased. */
export const canaryText = 'kanariefugl'

export const historyBranches = ['DK-785100', 'DK-785101'].map((branch) => branch as BranchId)
export const historyMunicipalities = ['851', '101', null] as ReadonlyArray<MunicipalityCode | null>

export const nextId = <Id extends string>(history: HistoryState): Id => {
  history.next += 1
  return `00000000-0000-4000-8000-${String(history.next).padStart(12, '0')}` as Id
}

export const addScope = <Id extends string>(history: HistoryState, name: ScopeClass, borrower?: BorrowerId): Id => {
  const scope = nextId<Id>(history)
  history.scopes.push({ class: name, scope, borrower })
  return scope
}

/** Calls the function with the value, if there is one. */
export const ifPresent = <A>(value: A | undefined, then: (value: A) => void): void => {
  if (value !== undefined) then(value)
}
