import * as E from 'fp-ts/Either'
import type * as TE from 'fp-ts/TaskEither'
import { isScopeEndedError } from '../../../domain/command-handling/event-damage'
import { sealContextOf, type EventReadError, type SealedEvent } from '../../../domain/command-handling/open-event'
import type { EventTable } from '../../../domain/event/decode-event-parts'
import { parentByScopeClass } from '../../../domain/event/scope-class'
import type { LegalHoldQueries, ScopeToHold } from '../../../domain/ports/legal-hold-queries'
import type { ScopeKeys } from '../../../domain/ports/scope-keys'
import type { BorrowerId, ScopeId } from '../../../domain/values/ids'
import type { Schedule } from '../../../retention/schedule/schedule'
import type { ScheduledScope } from '../../../retention/schedule/scheduled-scope'
import { storeErrorsAsUnavailable } from '../../processes/catch-store-errors'
import { findFirstEventsOfScopes, type StreamReadersByLog } from '../retention/find-scopes-not-erased'

interface HoldQueryDependencies {
  readonly schedule: Pick<Schedule, 'findScope' | 'isNamed' | 'isEnded'>
  readonly logs: StreamReadersByLog
  readonly eventTable: EventTable
  readonly keys: Pick<ScopeKeys, 'openParts'>
  readonly catchUp: TE.TaskEither<EventReadError, void>
}

type Found = E.Either<EventReadError, ScopeToHold>

const living = (row: ScheduledScope, borrower: unknown): Found =>
  E.right({ _tag: 'Living', class: row.class, borrower: borrower as BorrowerId | undefined })

/** Opens the part of the scope, which names its borrower. */
const openBorrower = async (
  keys: Pick<ScopeKeys, 'openParts'>,
  row: ScheduledScope,
  event: SealedEvent | undefined,
): Promise<Found> => {
  const part = event?.parts.find(({ scope }) => scope === row.scope)
  if (event === undefined || part === undefined) return living(row, undefined)
  const [opened] = await keys.openParts(sealContextOf(event), event.stored.sealed, [part])()
  if (opened === undefined || isScopeEndedError(opened)) return E.right({ _tag: 'Ended' })
  if (opened._tag !== 'Plain') return E.left(opened)
  return living(row, (opened.value as { readonly borrower?: unknown }).borrower)
}

const findBorrower = async (
  { logs, eventTable, keys, schedule }: HoldQueryDependencies,
  row: ScheduledScope,
): Promise<Found> => {
  if (row.class === 'borrower') return living(row, row.scope)
  if (parentByScopeClass[row.class] === 'library') return living(row, undefined)
  const event = (await findFirstEventsOfScopes(logs, eventTable, [row])).get(row.scope)
  const borrower = event?.open['borrower']
  if (borrower === undefined) return openBorrower(keys, row, event)
  return schedule.isEnded(borrower as ScopeId) ? E.right({ _tag: 'Ended' }) : living(row, borrower)
}

/** Creates the queries of legal holds. Each first reads both logs to their ends. */
export const createLegalHoldQueries = (dependencies: HoldQueryDependencies): LegalHoldQueries => ({
  findScope: (scope) =>
    storeErrorsAsUnavailable(async (): Promise<Found> => {
      const caughtUp = await dependencies.catchUp()
      if (E.isLeft(caughtUp)) return caughtUp
      const { schedule } = dependencies
      const row = schedule.findScope(scope)
      if (row === undefined) return E.right({ _tag: schedule.isNamed(scope) ? 'Ended' : 'Unknown' })
      return row.run === undefined ? findBorrower(dependencies, row) : E.right({ _tag: 'Ended' })
    }),
})
