import { randomBytes, randomUUID } from 'node:crypto'
import { DayClosed } from '../../../domain/calendar/events/day-closed'
import { MonthClosed } from '../../../domain/calendar/events/month-closed'
import { MonthOpened } from '../../../domain/calendar/events/month-opened'
import { CopyAcquired } from '../../../domain/copy/events/copy-acquired'
import { LoanReturned } from '../../../domain/copy/events/loan-returned'
import { LoanStarted } from '../../../domain/copy/events/loan-started'
import { ErasureDue } from '../../../domain/erasure/events/erasure-due'
import { canonicalJson } from '../../../domain/event/canonical-json'
import type { ScopeClass } from '../../../domain/event/scope-class'
import { streamNameOf } from '../../../domain/event/stream'
import { addDays, type Day } from '../../../domain/values/day'
import { monthOf } from '../../../domain/values/month'
import type { BranchId, CopyId, EventId, TitleId } from '../../../domain/values/ids'
import { oreFromKroner } from '../../../domain/values/ore'
import type { EventStore, ExpectedRevision, StoredEvent } from '../../../domain/ports/event-store'
import { rightOrThrow } from '../../fixtures/right-or-throw'

/** A copy and the number of its past loans. */
export interface CopyHistory {
  readonly copy: CopyId
  readonly title: TitleId
  readonly branch: BranchId
  readonly loans: number
}

const firstDay = '2025-06-01' as Day
/** Days over which past loans are spread. The library opens later. */
const daysOfHistory = 150
/** The loans of all days are due when this day is closed. */
const lastDay = addDays(daysOfHistory + 30)(firstDay)

/** The sealed parts of past loans are erased, so random bytes of the right size replace them. */
const sealedBytes = randomBytes(450)

const event = (type: string, recorded: Day, open: object, sealed: Uint8Array): StoredEvent => ({
  id: randomUUID() as EventId,
  type,
  version: 1,
  recorded,
  open: canonicalJson(open),
  sealed,
})

const copyAcquired = ({ copy, title, branch }: CopyHistory): StoredEvent =>
  event(
    CopyAcquired.type,
    firstDay,
    { copy, title, branch, group: 'standard', ageLimit: null, price: oreFromKroner(200), name: 'Pelle', author: null },
    new Uint8Array(0),
  )

const loanEvents = (
  { copy, title, branch }: CopyHistory,
  id: string,
  statistics: string,
  day: Day,
): ReadonlyArray<StoredEvent> => [
  event(LoanStarted.type, day, { loan: id, statistics, copy, title, branch, lentOn: day }, sealedBytes),
  event(LoanReturned.type, day, { loan: id, copy, title, branch, returnedOn: day }, sealedBytes),
]

/** Declares scopes erased, each with the event that made it due. */
const declareErased = async (
  log: EventStore,
  name: ScopeClass,
  triggers: ReadonlyArray<readonly [scope: string, trigger: EventId]>,
): Promise<void> => {
  const run = randomUUID()
  const due = triggers.map(([scope, trigger]) => ({ scope, class: name, trigger }))
  const declared = event(ErasureDue.type, lastDay, { run, reason: 'due', scopes: due }, new Uint8Array(0))
  rightOrThrow(await log.append(streamNameOf('erasure')(run), 'none', [declared])())
}

/** Opens and closes the month of the statistics and closes the last day, so that statistics and loans are due. */
const writeClosings = async (log: EventStore, statistics: string): Promise<EventId> => {
  const month = monthOf(firstDay)
  const opened = event(MonthOpened.type, firstDay, { month, statistics }, new Uint8Array(0))
  const closed = event(MonthClosed.type, lastDay, { month }, new Uint8Array(0))
  rightOrThrow(await log.append(streamNameOf('month')(month), 'none', [opened, closed])())
  const dayClosed = event(DayClosed.type, lastDay, { day: lastDay }, new Uint8Array(0))
  rightOrThrow(await log.append(streamNameOf('day')(lastDay), 'none', [dayClosed])())
  return opened.id
}

/** Writes the history of a copy into a log: its acquisition and its past loans, all erased. */
const writeCopyHistory =
  (log: EventStore, statistics: string) =>
  async (history: CopyHistory): Promise<void> => {
    const ids = Array.from({ length: history.loans }, () => randomUUID())
    const dayOf = (at: number): Day => addDays(Math.floor((at * daysOfHistory) / history.loans))(firstDay)
    const events = [copyAcquired(history), ...ids.flatMap((id, at) => loanEvents(history, id, statistics, dayOf(at)))]
    let end: ExpectedRevision = 'none'
    for (let at = 0; at < events.length; at += 500)
      end = rightOrThrow(
        await log.append(streamNameOf('copy')(history.copy), end, events.slice(at, at + 500))(),
      ).revision
    const returns = events.filter(({ type }) => type === LoanReturned.type)
    await declareErased(
      log,
      'loan',
      returns.map(({ open, id }) => [(JSON.parse(open) as { readonly loan: string }).loan, id]),
    )
  }

/** Writes the histories of copies. All loans share one erased statistics scope. */
export const writeCopyHistories = async (log: EventStore, histories: ReadonlyArray<CopyHistory>): Promise<void> => {
  const statistics = randomUUID()
  await declareErased(log, 'statistics', [[statistics, await writeClosings(log, statistics)]])
  for (const history of histories) await writeCopyHistory(log, statistics)(history)
}
