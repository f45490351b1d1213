import type { AnyEvent } from '../event/define-event'
import { parentOf, type ScopeClass } from '../event/scope-class'
import type { ScopeId } from '../values/ids'
import type { NewScope } from '../ports/keys'

const borrowerIn = (event: AnyEvent, part: unknown): unknown =>
  (part as { readonly borrower?: unknown }).borrower ?? event.open['borrower']

const scopeOf = (event: AnyEvent, name: ScopeClass, part: unknown): NewScope => {
  const scope = { scope: event.open[name] as ScopeId, class: name }
  return parentOf[name] === 'library' ? scope : { ...scope, parent: borrowerIn(event, part) as ScopeId }
}

/** The plain parts of a new event with the scopes they are sealed under, and whose child each scope is. */
export const scopesOf = (event: AnyEvent): ReadonlyArray<NewScope & { readonly value: unknown }> =>
  Object.entries(event.sealed).flatMap(([name, part]) =>
    part?._tag === 'Plain' ? [{ ...scopeOf(event, name as ScopeClass, part.value), value: part.value }] : [],
  )
