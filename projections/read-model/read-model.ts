import type { EventOfType, EventType, EventWithMetadata } from '../../domain/event/domain-event'
import type { RowChange } from './row-change'
import { rowChangesToPurgeScopes } from './row-changes-to-purge-scopes'
import type { ReadModelTable } from './define-table'

/** The row changes of each event type. An event type without a fold changes nothing. */
export type EventFolds = {
  readonly [T in EventType]?: (event: EventWithMetadata<EventOfType<T>>) => ReadonlyArray<RowChange>
}

/**
 * A read model: its tables and its folds. Purging and counting by scope follow from the roles of the columns. So the
 * declarations keep the law of read models: folding a log in which some scopes answer `Erased` gives the same rows as
 * folding the whole log and then purging those scopes.
 */
export interface ReadModel {
  readonly name: string
  /** Raise it when tables or folds change: the rows are then deleted and folded again. */
  readonly version: number
  readonly tables: ReadonlyArray<ReadModelTable>
  readonly folds: EventFolds
}

/**
 * The row changes that an event makes in a read model. `ErasureDue` purges the rows of its scopes in every read model,
 * also when the rows come from an older copy and are folded again.
 */
export const rowChangesOfEvent = (model: ReadModel) => {
  const purgeErased = rowChangesToPurgeScopes(model.tables)
  return (event: EventWithMetadata): ReadonlyArray<RowChange> => {
    const foldOfType = model.folds[event.type] as ((event: EventWithMetadata) => ReadonlyArray<RowChange>) | undefined
    const changes = foldOfType?.(event) ?? []
    return event.type === 'ErasureDue' ? [...purgeErased(event.open.scopes), ...changes] : changes
  }
}
