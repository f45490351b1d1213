import type { DomainEvent } from '../../../domain/event/domain-event'
import { addDays, type Day } from '../../../domain/values/day'
import { addMonths, halfYearOfMonth, lastDayOfMonth, lastMonthOfHalfYear, monthOf, type HalfYear, type Month } from '../../../domain/values/month' // prettier-ignore

/**
 * When the promises say that a scope goes, by the open part of an event and the day on which it happened: `end`, or at the
 * latest end of silence. Counted from the table of promises alone.
 */
export interface PromisedEnd {
  readonly scope: string
  readonly kind: 'end' | 'latest'
  /** The scope goes with the closing of this day. */
  readonly day: Day
}

type Open = Readonly<Record<string, string | null>>
type Rule = (open: Open, on: Day) => ReadonlyArray<PromisedEnd>

const ending =
  (member: string, dayOf: (open: Open, on: Day) => Day, kind: PromisedEnd['kind'] = 'end'): Rule =>
  (open, on) => {
    const scope = open[member]
    return scope === null || scope === undefined ? [] : [{ scope, kind, day: dayOf(open, on) }]
  }

const daysAfter = (days: number, member: string) => (open: Open) => addDays(days)(open[member] as Day)
const atOnce = (_open: Open, on: Day): Day => on
const endOfNextMonth = (_open: Open, on: Day): Day => lastDayOfMonth(addMonths(1)(monthOf(on)))
const endOfMonthAfter = (member: string) => (open: Open) => lastDayOfMonth(addMonths(1)(open[member] as Month))
const endOfMonthIn = (member: string) => (open: Open) => lastDayOfMonth(open[member] as Month)
const twoYearsAfterHalf = (half: HalfYear): Day => lastDayOfMonth(addMonths(24)(lastMonthOfHalfYear(half)))

/** What nobody pays in three years is written off, and forgotten 30 days later. */
const owedUntilAndMonth = daysAfter(30, 'owedUntil')

const replaced = ending('replaces', endOfNextMonth)
const loanEnds = (member: string): Rule => ending('loan', daysAfter(30, member))

const rules: Readonly<Record<string, ReadonlyArray<Rule>>> = {
  LoanReturned: [loanEnds('returnedOn')],
  PastLoanRecorded: [loanEnds('returnedOn')],
  LoanEndCorrected: [loanEnds('returnedOn')],
  LoanUndone: [loanEnds('undoneOn')],
  CopyBilledAsLost: [loanEnds('billedOn')],
  ClaimedCopyFound: [loanEnds('returnedOn')],
  ClaimedLoanWrittenOff: [ending('loan', daysAfter(0, 'writtenOffOn'))],
  LoanClaimedReturned: [ending('loan', daysAfter(0, 'latestEnd'), 'latest')],
  ReturnClaimWithdrawn: [ending('loan', daysAfter(0, 'latestEnd'), 'latest')],
  ReservationMade: [ending('reservation', daysAfter(0, 'latestEnd'), 'latest')],
  ReservationFulfilled: [ending('reservation', atOnce)],
  ReservationCancelled: [ending('reservation', atOnce)],
  ReservationExpired: [ending('reservation', atOnce)],
  CopySetAside: [ending('setAside', daysAfter(0, 'latestEnd'), 'latest')],
  CopyPutOnPullList: [ending('setAside', daysAfter(0, 'latestEnd'), 'latest')],
  SetAsideReleased: [ending('setAside', atOnce)],
  FeeLevied: [ending('fee', owedUntilAndMonth, 'latest')],
  DebtRenewed: [ending('fee', owedUntilAndMonth, 'latest')],
  FeeSettled: [ending('fee', daysAfter(30, 'settledOn'))],
  ReimbursementGranted: [ending('fee', daysAfter(0, 'latestEnd'), 'latest')],
  PaymentMade: [ending('payment', daysAfter(0, 'latestEnd'), 'latest')],
  PaymentCompleted: [ending('payment', daysAfter(30, 'completedOn'))],
  MessageMade: [ending('message', daysAfter(30, 'madeOn'))],
  HoldSet: [ending('hold', daysAfter(0, 'lastDay'), 'latest')],
  HoldProlonged: [ending('hold', daysAfter(0, 'lastDay'), 'latest')],
  HoldReleased: [ending('hold', atOnce)],
  UnlentReturnRecorded: [ending('unmatched', (_open, on) => addDays(30)(on))],
  UnmatchedActRecorded: [ending('unmatched', (_open, on) => addDays(30)(on))],
  DayOpened: [ending('idempotency', daysAfter(14, 'day'))],
  MonthOpened: [ending('statistics', endOfMonthIn('month'))],
  ImportFinished: [ending('import', atOnce)],
  BorrowerRegistered: [
    ending('borrower', ({ registeredIn }) => twoYearsAfterHalf(halfYearOfMonth(registeredIn as Month)), 'latest'),
  ],
  BorrowerSeen: [ending('borrower', ({ halfYear }) => twoYearsAfterHalf(halfYear as HalfYear), 'latest')],
  ErasureAnnounced: [ending('borrower', endOfMonthIn('lapsesIn'), 'latest')],
  ErasureRequested: [ending('borrower', atOnce)],
  BorrowerLapsed: [ending('borrower', endOfMonthIn('lapsedIn'))],
  AccessRecorded: [ending('access', endOfMonthIn('month'))],
  ViewWritten: [ending('view', ({ month }) => lastDayOfMonth(addMonths(6)(month as Month)))],
  NoticeMade: [ending('notice', endOfMonthAfter('madeIn'))],
  MessagesCounted: [ending('messageCount', ({ month }) => lastDayOfMonth(addMonths(12)(month as Month)))],
  FootageRecorded: [ending('footage', daysAfter(29, 'day'))],
  LiveVideoViewed: [ending('viewing', daysAfter(30, 'day'))],
  FootageViewed: [ending('viewing', daysAfter(30, 'day'))],
  FootageDisclosed: [ending('viewing', daysAfter(30, 'day'))],
  VideoRequestRefused: [ending('viewing', daysAfter(30, 'day'))],
  DisclosureMade: [ending('disclosure', ({ madeIn }) => lastDayOfMonth(addMonths(60)(madeIn as Month)))],
  ServerLogWritten: [ending('serverLog', daysAfter(30, 'day'))],
  ServerLogOpened: [ending('serverLogOpening', ({ openedIn }) => lastDayOfMonth(addMonths(6)(openedIn as Month)))],
  IdentityChanged: [replaced],
  ContactChanged: [replaced],
  PreferencesSet: [replaced],
  CardIssued: [replaced],
  CardReportedStolen: [ending('card', endOfNextMonth)],
  PinSet: [ending('replaces', atOnce)],
  BlockLifted: [ending('block', endOfNextMonth)],
  NotesReplaced: [replaced],
  NotesRemoved: [ending('note', endOfNextMonth)],
  NotesRequestAnswered: [ending('note', endOfNextMonth)],
  AbsenceChanged: [replaced],
  AbsenceRemoved: [ending('absence', endOfNextMonth)],
  AbsenceEnded: [ending('absence', endOfMonthAfter('endedIn'))],
  GuardianRegistered: [replaced],
  GuardianCorrected: [replaced],
  GuardianshipEnded: [ending('guardian', endOfMonthAfter('endedIn'))],
  HistoryConsentWithdrawn: [ending('history', (_open, on) => lastDayOfMonth(monthOf(on)))],
}

/** The ends that an event sets. */
export const promisedEnds = ({ type, open }: Pick<DomainEvent, 'type' | 'open'>, on: Day): ReadonlyArray<PromisedEnd> =>
  (rules[type] ?? []).flatMap((rule) => rule(open as Open, on))
