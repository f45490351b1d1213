import * as E from 'fp-ts/Either'
import type { EventDecoder } from '../../../adapters/processes/projectors/event-decoder'
import { hideRefusedRuns } from '../../../adapters/processes/projectors/hide-refused-runs'
import type { Projector } from '../../../adapters/processes/projectors/projector-group'
import type { SealedEvent } from '../../../domain/command-handling/open-event'
import type { ErasureDue } from '../../../domain/erasure/events/erasure-due'
import type { LogName } from '../../../domain/event/stream'
import type { Remembered } from '../../../domain/event/remembered'
import type { Position } from '../../../domain/ports/event-store'
import type { ScopeId } from '../../../domain/values/ids'
import type { Schedule } from '../../../retention/schedule/schedule'

/** A part that was opened, and the borrower whom it names. */
interface Row {
  readonly scope: ScopeId
  readonly borrower: ScopeId
}

/** A read model with a row for each scope of which a part was opened. */
export interface Rows {
  readonly projector: Projector
  /** Removes the rows of scopes, and of the records of borrowers. */
  readonly purge: (scopes: ReadonlyArray<ScopeId>) => void
  readonly count: (scopes: ReadonlyArray<ScopeId>) => number
  /** How many rows there are. */
  readonly size: () => number
}

const isOf =
  (scopes: ReadonlySet<ScopeId>) =>
  ({ scope, borrower }: Row): boolean =>
    scopes.has(scope) || scopes.has(borrower)

/** The rows of the parts of an event that are readable. */
const rowsOf = (
  { parts, open }: SealedEvent,
  sealed: Readonly<Partial<Record<string, Remembered<unknown>>>>,
): ReadonlyArray<Row> =>
  parts.flatMap(({ scope, class: name }) => {
    const part = sealed[name]
    if (part?._tag !== 'Plain') return []
    const { borrower = open['borrower'] } = part.value as { readonly borrower?: unknown }
    return [{ scope, borrower: borrower as ScopeId }]
  })

/** Folds every readable part into a row. Accepted declarations remove the rows of their scopes, as read models do. */
export const projectRows = ({ open, prefetchKeys }: EventDecoder, schedule: Pick<Schedule, 'refusedRuns'>): Rows => {
  let rows: ReadonlyArray<Row> = []
  const checkpoints = new Map<LogName, Position>()
  const purge = (scopes: ReadonlyArray<ScopeId>): void => {
    const isPurged = isOf(new Set(scopes))
    rows = rows.filter((row) => !isPurged(row))
  }
  return {
    projector: {
      name: 'rows',
      checkpoint: (log) => checkpoints.get(log),
      project: (log, events) => async () => {
        const visible = hideRefusedRuns(schedule)(events)
        await prefetchKeys(visible)()
        const opened: Array<readonly [SealedEvent, Readonly<Record<string, Remembered<unknown>>>]> = []
        for (const event of visible) {
          const result = await open(event)()
          // A key that is missing, or a row that somebody changed, is reported elsewhere.
          if (E.isRight(result)) opened.push([event, result.right.sealed])
        }
        for (const [event, sealed] of opened) {
          if (event.stored.type === 'ErasureDue')
            purge((event.open as ErasureDue['open']).scopes.map(({ scope }) => scope))
          rows = [...rows, ...rowsOf(event, sealed)]
        }
        const last = events.at(-1)?.stored.position
        if (last !== undefined) checkpoints.set(log, last)
        return E.right(undefined)
      },
    },
    purge,
    count: (scopes) => rows.filter(isOf(new Set(scopes))).length,
    size: () => rows.length,
  }
}
