import type { DomainEvent } from '../../../domain/event/domain-event'
import { erased } from '../../../domain/event/remembered'
import type { Scope } from '../../../projections/kernel/purge'
import type { History } from './history'
import type { HistoryScope } from './world'

/** The ids of the scopes and of all that is sealed under them: with a borrower, everything that is the borrower's. */
export const withChildren =
  ({ scopes }: Pick<History, 'scopes'>) =>
  (chosen: ReadonlyArray<HistoryScope>): ReadonlySet<string> => {
    const ids = new Set(chosen.map(({ scope }) => scope))
    return new Set(
      scopes
        .filter(({ scope, borrower }) => ids.has(scope) || (borrower !== undefined && ids.has(borrower)))
        .map(({ scope }) => scope),
    )
  }

/** An event as it reads once some scopes are forgotten. */
export const forgetting =
  (ids: ReadonlySet<string>) =>
  <E extends DomainEvent>(event: E): E => {
    const open: Readonly<Record<string, unknown>> = event.open
    const sealed = Object.entries(event.sealed).map(([name, part]) => [
      name,
      ids.has(String(open[name])) ? erased : part,
    ])
    return { ...event, sealed: Object.fromEntries(sealed) as E['sealed'] }
  }

export const asScopes = (chosen: ReadonlyArray<HistoryScope>): ReadonlyArray<Scope> =>
  chosen.map(({ class: name, scope }) => ({ class: name, scope: scope as Scope['scope'] }))
