import * as E from 'fp-ts/Either'
import type { TaskEither } from 'fp-ts/TaskEither'
import { ErasureRequested } from '../../../domain/borrower/events/erasure-requested'
import { canonicalJson } from '../../../domain/event/canonical-json'
import type { AnyEvent } from '../../../domain/event/define-event'
import type { EventReadError } from '../../../domain/command-handling/open-event'
import type { StreamName } from '../../../domain/event/stream'
import { ErasureDue } from '../../../domain/erasure/events/erasure-due'
import type { Random } from '../../../domain/ports/random'
import type { LibraryClock } from '../../../domain/ports/clocks'
import type { ExpectedRevision, StoreUnavailable } from '../../../domain/ports/event-store'
import type { BorrowerId, EventId, RunId, ScopeId } from '../../../domain/values/ids'
import { monthOf } from '../../../domain/values/month'
import { erasureRunStream } from '../../../retention/erasing/erasure-run'
import { effectiveDeletionClock, type ScheduledScope } from '../../../retention/schedule/scheduled-scope'
import type { ErasureReceipt } from '../../stores/erasure-receipt/erasure-receipt'
import type { LibraryStores } from '../stores/library-stores'

/** What a replay needs. */
export interface ErasureReceiptReplayDependencies {
  readonly stores: Pick<LibraryStores, 'logs' | 'schedule'>
  readonly catchUpSchedule: TaskEither<EventReadError, void>
  readonly clock: Pick<LibraryClock, 'today'>
  readonly random: Pick<Random, 'uuid'>
}

type ReplayError = StoreUnavailable | EventReadError

const appendToPersons = async (
  { stores, clock, random }: ErasureReceiptReplayDependencies,
  stream: StreamName,
  expected: ExpectedRevision,
  { type, open }: Pick<AnyEvent, 'type' | 'open'>,
): Promise<E.Either<StoreUnavailable, unknown>> => {
  const id = random.uuid() as EventId
  const recorded = monthOf(clock.today())
  const stored = { id, type, version: 1, recorded, open: canonicalJson(open), sealed: new Uint8Array(0) }
  const appended = await stores.logs.persons.append(stream, expected, [stored])()
  if (E.isRight(appended) || appended.left._tag === 'StoreUnavailable')
    return appended as E.Either<StoreUnavailable, unknown>
  return E.left({
    _tag: 'StoreUnavailable',
    store: 'persons',
    reason: `an erasure cannot be replayed (${appended.left._tag})`,
  })
}

/** The revision of the last event of a stream. */
const lastRevision = async (
  { stores }: Pick<ErasureReceiptReplayDependencies, 'stores'>,
  stream: StreamName,
): Promise<ExpectedRevision> => {
  for await (const page of stores.logs.persons.readStream(stream, { direction: 'backwards', limit: 1 }))
    for (const { revision } of page) return revision
  return 'none'
}

/** The borrowers of a run that the log knows and does not call erased. */
const findReturned = (
  { schedule }: Pick<LibraryStores, 'schedule'>,
  borrowers: ReadonlyArray<ScopeId>,
): ReadonlyArray<ScheduledScope> =>
  borrowers.flatMap((borrower) => {
    const row = schedule.findScope(borrower)
    return row === undefined || schedule.isEnded(borrower) ? [] : [row]
  })

/** Each scope of the borrower's own stream, and the request that makes it due. */
const scopesToErase = ({ schedule }: Pick<LibraryStores, 'schedule'>, { scope, log, stream }: ScheduledScope) => {
  const row = schedule.findScope(scope)
  const clock = row && effectiveDeletionClock(row)
  return clock === undefined
    ? []
    : schedule
        .livingScopesIn(log, stream)
        .map((member) => ({ scope: member.scope, class: member.class, trigger: clock.trigger }))
}

/**
 * The run of before; a new one where the log has its stream: it holds a declaration that the library did not accept.
 */
const freeRun = async (dependencies: ErasureReceiptReplayDependencies, run: RunId): Promise<RunId> =>
  (await lastRevision(dependencies, erasureRunStream(run))) === 'none' ? run : (dependencies.random.uuid() as RunId)

const eraseAgain = async (
  dependencies: ErasureReceiptReplayDependencies,
  runOfBefore: RunId,
  returned: ReadonlyArray<ScheduledScope>,
): Promise<E.Either<ReplayError, void>> => {
  const { stores, catchUpSchedule } = dependencies
  for (const { scope, stream } of returned) {
    const request = ErasureRequested({ borrower: scope as string as BorrowerId }, {})
    const requested = await appendToPersons(dependencies, stream, await lastRevision(dependencies, stream), request)
    if (E.isLeft(requested)) return requested
  }
  const known = await catchUpSchedule()
  if (E.isLeft(known)) return known
  const scopes = returned
    .flatMap((borrower) => scopesToErase(stores, borrower))
    .sort((one, other) => (one.scope < other.scope ? -1 : 1))
  const run = await freeRun(dependencies, runOfBefore)
  const due = ErasureDue({ run, reason: 'requested', scopes }, {})
  const declared = await appendToPersons(dependencies, erasureRunStream(run), 'none', due)
  return E.isLeft(declared) ? declared : catchUpSchedule()
}

/**
 * Erases again, in a log that was restored from an older backup, each borrower whom the receipt names: requests and
 * declares the erasure, under the run of before where that is free. The parts answer `Erased` from then on, and the
 * retention worker finishes the run. Call it after the schedule has read both logs, and before anything is opened. Answers how many
 * borrowers were back.
 */
export const replayErasureReceipt =
  (
    dependencies: ErasureReceiptReplayDependencies,
    receipt: Pick<ErasureReceipt, 'runs'>,
  ): TaskEither<ReplayError, number> =>
  async () => {
    let count = 0
    for (const { run, borrowers } of receipt.runs()) {
      const returned = findReturned(dependencies.stores, borrowers)
      if (returned.length === 0) continue
      const erased = await eraseAgain(dependencies, run, returned)
      if (E.isLeft(erased)) return erased
      count += returned.length
    }
    return E.right(count)
  }
