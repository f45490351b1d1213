import type { ScopeClass } from '../../domain/event/scope-class'
import type { ScopeId } from '../../domain/values/ids'
import type { DeletionClasses } from '../classes/deletion-classes'
import type { KeyRow } from '../keys/key-row'
import type { LivingScopes } from './living-scopes'
import type { ScopeFold } from './scope-fold'

/** What key files say, beside a list of living scopes that was made before them. */
export interface KeyFileComparison {
  /** To be compared with the logs in place of the list. */
  readonly living: LivingScopes
  /** Keys of *persons* that no exported event names: of the month that is not closed yet, or orphans. */
  readonly unnamedInPersons: ReadonlyArray<ScopeId>
  /** Scopes of the list whose key was destroyed since. */
  readonly erasedSince: number
  /** Scopes whose living key the list leaves out, although an exported event names them. */
  readonly notListed: ReadonlyArray<ScopeId>
}

/**
 * The living keys by the rows of key files that were copied at or after the making of a list. A row that is fenced since
 * counts as living when the list names it. A key of *persons* that no exported event names cannot be judged before the
 * next closing of a month; any other key counts.
 */
export const compareKeyFilesWithScopeList = (
  classes: DeletionClasses,
  { scopes, erased }: Pick<ScopeFold, 'scopes' | 'erased'>,
  list: LivingScopes,
  rows: Iterable<KeyRow>,
): KeyFileComparison => {
  const living = new Map<ScopeId, ScopeClass>()
  const unnamedInPersons: ScopeId[] = []
  const notListed: ScopeId[] = []
  let erasedSince = 0
  for (const { _tag, scope, class: name } of rows) {
    const isNamed = scopes.has(scope) || erased.has(scope)
    const listedClass = list.get(scope)
    if (_tag === 'Fenced') {
      if (listedClass === undefined || erased.has(scope)) continue
      erasedSince += 1
      living.set(scope, listedClass)
    } else if (!isNamed && classes[name].log === 'persons') unnamedInPersons.push(scope)
    else {
      living.set(scope, name)
      if (isNamed && listedClass === undefined) notListed.push(scope)
    }
  }
  return { living, unnamedInPersons: unnamedInPersons.sort(), erasedSince, notListed: notListed.sort() }
}
