import type { AnyEvent } from '../event/define-event'
import { parentByScopeClass, type ScopeClass } from '../event/scope-class'
import type { ScopeId } from '../values/ids'
import type { NewScope } from '../ports/scope-keys'

const borrowerOfPart = (event: AnyEvent, part: unknown): unknown =>
  (part as { readonly borrower?: unknown }).borrower ?? event.open['borrower']

const newScopeOf = (event: AnyEvent, name: ScopeClass, part: unknown): NewScope => {
  const scope = { scope: event.open[name] as ScopeId, class: name }
  return parentByScopeClass[name] === 'library' ? scope : { ...scope, parent: borrowerOfPart(event, part) as ScopeId }
}

/** The plain parts of a new event, each with the scope that seals it and the parent of that scope. */
export const partsToSeal = (event: AnyEvent): ReadonlyArray<NewScope & { readonly value: unknown }> =>
  Object.entries(event.sealed).flatMap(([name, part]) =>
    part?._tag === 'Plain' ? [{ ...newScopeOf(event, name as ScopeClass, part.value), value: part.value }] : [],
  )
