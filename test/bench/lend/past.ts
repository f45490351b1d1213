import { randomBytes, randomUUID } from 'node:crypto'
import { CopyAcquired } from '../../../domain/copy/events/copy-acquired'
import { LoanReturned } from '../../../domain/copy/events/loan-returned'
import { LoanStarted } from '../../../domain/copy/events/loan-started'
import { ErasureDue } from '../../../domain/erasure/events/erasure-due'
import { canonical } from '../../../domain/event/canonical'
import type { ScopeClass } from '../../../domain/event/scope-class'
import { streamOf } from '../../../domain/event/stream'
import { addDays, type Day } from '../../../domain/values/day'
import type { BranchId, CopyId, EventId, TitleId } from '../../../domain/values/ids'
import { kroner } from '../../../domain/values/ore'
import type { EventStore, Expected, StoredEvent } from '../../../domain/ports/event-store'
import { right } from '../../fixtures/right'

/** A copy that is to have had so many loans. */
export interface PastOf {
  readonly copy: CopyId
  readonly title: TitleId
  readonly branch: BranchId
  readonly loans: number
}

const beginning = '2025-06-01' as Day
/** Days over which the loans of the past are spread; the library opens later. */
const daysOfPast = 150

/** What was sealed in the past is erased long since, so any bytes of the right size will do. */
const sealedBytes = randomBytes(450)

const event = (type: string, recorded: Day, open: object, sealed: Uint8Array): StoredEvent => ({
  id: randomUUID() as EventId,
  type,
  version: 1,
  recorded,
  open: canonical(open),
  sealed,
})

const acquired = ({ copy, title, branch }: PastOf): StoredEvent =>
  event(
    CopyAcquired.type,
    beginning,
    { copy, title, branch, group: 'standard', ageLimit: null, price: kroner(200), name: 'Pelle', author: null },
    new Uint8Array(0),
  )

const loan = (
  { copy, title, branch }: PastOf,
  id: string,
  statistics: string,
  day: Day,
): ReadonlyArray<StoredEvent> => [
  event(LoanStarted.type, day, { loan: id, statistics, copy, title, branch, lentOn: day }, sealedBytes),
  event(LoanReturned.type, day, { loan: id, copy, title, branch, returnedOn: day }, sealedBytes),
]

/** Declares scopes erased before they are named, which the schedule takes as well: so no key need ever be made. */
const erased = (name: ScopeClass, scopes: ReadonlyArray<string>): StoredEvent => {
  const due = scopes.map((scope) => ({ scope, class: name, trigger: randomUUID() }))
  return event(ErasureDue.type, beginning, { run: randomUUID(), reason: 'due', scopes: due }, new Uint8Array(0))
}

const declare = async (log: EventStore, name: ScopeClass, scopes: ReadonlyArray<string>): Promise<void> => {
  const declared = erased(name, scopes)
  const { run } = JSON.parse(declared.open) as { readonly run: string }
  right(await log.append(streamOf('erasure')(run), 'none', [declared])())
}

/** Writes the past of a copy into a log: acquired, and lent and returned so many times, all of it forgotten. */
const writePast =
  (log: EventStore, statistics: string) =>
  async (past: PastOf): Promise<void> => {
    const ids = Array.from({ length: past.loans }, () => randomUUID())
    await declare(log, 'loan', ids)
    const dayOf = (at: number): Day => addDays(Math.floor((at * daysOfPast) / past.loans))(beginning)
    const events = [acquired(past), ...ids.flatMap((id, at) => loan(past, id, statistics, dayOf(at)))]
    let end: Expected = 'none'
    for (let at = 0; at < events.length; at += 500)
      end = right(await log.append(streamOf('copy')(past.copy), end, events.slice(at, at + 500))()).revision
  }

/** Writes the pasts of copies, cheaply: the statistics of all those loans were made and forgotten too. */
export const writePasts = async (log: EventStore, pasts: ReadonlyArray<PastOf>): Promise<void> => {
  const statistics = randomUUID()
  await declare(log, 'statistics', [statistics])
  for (const past of pasts) await writePast(log, statistics)(past)
}
