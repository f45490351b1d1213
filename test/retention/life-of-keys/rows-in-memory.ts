import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import {
  makeReplaceableReadModels,
  type ReadModelFiles,
} from '../../../adapters/stores/readmodels/replaceable-read-models'
import type { EventWithMetadata } from '../../../domain/event/domain-event'
import type { PlainOrErased } from '../../../domain/event/plain-or-erased'
import type { LogName } from '../../../domain/event/stream'
import type { Position } from '../../../domain/ports/event-store'
import type { ScopeId } from '../../../domain/values/ids'
import type { ScopeToPurge } from '../../../projections/read-model/row-changes-to-purge-scopes'
import type { ReadModelStore } from '../../../projections/read-model/read-model-store'

/** A part that was opened, and the borrower whom it names. */
interface Row {
  readonly scope: ScopeId
  readonly borrower: ScopeId
}

const isOf = (scopes: ReadonlyArray<Pick<ScopeToPurge, 'scope'>>): ((row: Row) => boolean) => {
  const ids = new Set(scopes.map(({ scope }) => scope))
  return ({ scope, borrower }) => ids.has(scope) || ids.has(borrower)
}

/** A row for each readable part. */
const rowsOf = ({ open, sealed }: EventWithMetadata): ReadonlyArray<Row> =>
  Object.entries(sealed as Readonly<Record<string, PlainOrErased<unknown>>>).flatMap(([name, part]) => {
    if (part._tag !== 'Plain') return []
    const ids = open as Readonly<Record<string, unknown>>
    const { borrower = ids['borrower'] } = part.value as { readonly borrower?: unknown }
    return [{ scope: ids[name] as ScopeId, borrower: borrower as ScopeId }]
  })

const done = E.right(undefined)

/** A read model in memory with a row for each part that was readable. It forgets no row by itself. */
const rowsInMemory = (): ReadModelStore => {
  let rows: ReadonlyArray<Row> = []
  const checkpoints = new Map<LogName, Position>()
  const purge = (scopes: ReadonlyArray<ScopeToPurge>): void => {
    const isPurged = isOf(scopes)
    rows = rows.filter((row) => !isPurged(row))
  }
  return {
    rows: { find: () => [], findColumns: () => [], count: () => rows.length, sum: () => 0 },
    checkpoint: (log) => checkpoints.get(log),
    foldEvents: (events, purgedSinceOpened = []) => {
      const isUnread = ({ metadata: { log, position } }: EventWithMetadata) => position > (checkpoints.get(log) ?? '')
      for (const event of events.filter(isUnread)) {
        if (event.type === 'ErasureDue') purge(event.open.scopes)
        rows = [...rows, ...rowsOf(event)]
        checkpoints.set(event.metadata.log, event.metadata.position)
      }
      purge(purgedSinceOpened)
      return done
    },
    commit: () => done,
    settled: () => Promise.resolve(),
    purge: (scopes) => {
      purge(scopes)
      return done
    },
    purgeInBackground: (scopes) => TE.fromIO(() => purge(scopes)),
    count: (scope) => rows.filter(isOf([scope])).length,
    close: () => undefined,
  }
}

/** The read model, which can be folded anew while it is in use. */
export const replaceableRowsInMemory = () => {
  let inUse = rowsInMemory()
  let replacement = inUse
  const files: ReadModelFiles = {
    openInUse: () => E.right(inUse),
    makeReplacement: () => E.right((replacement = rowsInMemory())),
    copyToReplacement: () => TE.left({ _tag: 'StoreUnavailable', reason: 'rows in memory are not copied' }),
    isInUseUnder: () => true,
    removeReplacement: () => undefined,
    replace: () => {
      inUse = replacement
    },
  }
  return makeReplaceableReadModels(files, inUse)
}
