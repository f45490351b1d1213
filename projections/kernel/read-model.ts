import type { EventNamed, EventType, Recorded } from '../../domain/event/domain-event'
import type { Change } from './change'
import { purge } from './purge'
import type { Table } from './table'

/** What each event does to the rows. An event that is not named does nothing. */
export type Folds = {
  readonly [T in EventType]?: (event: Recorded<EventNamed<T>>) => ReadonlyArray<Change>
}

/**
 * A read model: its tables and its fold. Purging and counting by scope follow from the columns' roles, so the law of
 * read models is kept by declaration: folding a log in which some scopes answer `Erased` gives the same rows as
 * folding it whole and purging those scopes.
 */
export interface ReadModel {
  readonly name: string
  /** Raised when tables or fold change: the rows are thrown away and folded anew. */
  readonly version: number
  readonly tables: ReadonlyArray<Table>
  readonly folds: Folds
}

/**
 * The changes that an event makes in a read model. Whatever a model does with its events, a scope that the log says is
 * erased takes its rows with it: also where the rows are older than the erasure, and were put back.
 */
export const fold = (model: ReadModel) => {
  const forget = purge(model.tables)
  return (event: Recorded): ReadonlyArray<Change> => {
    const own = model.folds[event.type] as ((event: Recorded) => ReadonlyArray<Change>) | undefined
    const changes = own?.(event) ?? []
    return event.type === 'ErasureDue' ? [...forget(event.open.scopes), ...changes] : changes
  }
}
