import type { EventNamed, EventType, Recorded } from '../../domain/event/domain-event'
import type { Change } from './change'
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

/** The changes that an event makes in a read model. */
export const fold =
  (model: ReadModel) =>
  (event: Recorded): ReadonlyArray<Change> => {
    const change = model.folds[event.type] as ((event: Recorded) => ReadonlyArray<Change>) | undefined
    return change?.(event) ?? []
  }
