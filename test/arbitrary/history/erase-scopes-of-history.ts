import type { DomainEvent } from '../../../domain/event/domain-event'
import { erased } from '../../../domain/event/plain-or-erased'
import type { ScopeToPurge } from '../../../projections/read-model/row-changes-to-purge-scopes'
import type { History } from './arbitrary-history'
import type { HistoryScope } from './history-state'

/** The ids of the scopes and of their children: with a borrower, every scope of the borrower. */
export const idsWithChildScopes =
  ({ scopes }: Pick<History, 'scopes'>) =>
  (chosen: ReadonlyArray<HistoryScope>): ReadonlySet<string> => {
    const ids = new Set(chosen.map(({ scope }) => scope))
    return new Set(
      scopes
        .filter(({ scope, borrower }) => ids.has(scope) || (borrower !== undefined && ids.has(borrower)))
        .map(({ scope }) => scope),
    )
  }

/** The event as it reads after the scopes are erased. */
export const eraseScopesOf =
  (ids: ReadonlySet<string>) =>
  <E extends DomainEvent>(event: E): E => {
    const open: Readonly<Record<string, unknown>> = event.open
    const sealed = Object.entries(event.sealed).map(([name, part]) => [
      name,
      ids.has(String(open[name])) ? erased : part,
    ])
    return { ...event, sealed: Object.fromEntries(sealed) as E['sealed'] }
  }

export const toScopesToPurge = (chosen: ReadonlyArray<HistoryScope>): ReadonlyArray<ScopeToPurge> =>
  chosen.map(({ class: name, scope }) => ({ class: name, scope: scope as ScopeToPurge['scope'] }))
