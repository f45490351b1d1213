import type { ErasureDue } from '../../domain/erasure/events/erasure-due'
import type { ScopeClass } from '../../domain/event/scope-class'
import type { ScopeId } from '../../domain/values/ids'
import type { DeletionClasses } from '../classes/deletion-classes'
import type { OpenPartOfEvent } from '../schedule/open-part-of-event'
import { scheduleChangesOfEvent } from '../schedule/schedule-changes-of-event'
import { partsOf, type ComputationSteps } from './computation-steps'
import type { LivingScopes } from './living-scopes'
import type { ScopeFold } from './scope-fold'

/** What events after the place of a list say: which scopes they name first, and which they declare due. */
interface LaterChanges {
  readonly named: ReadonlySet<ScopeId>
  readonly declared: ReadonlySet<ScopeId>
}

/** Collects what events after the place of a list say. */
export const createLaterScopeChangeCollector = (classes: DeletionClasses) => {
  const named = new Set<ScopeId>()
  const declared = new Set<ScopeId>()
  const changesOf = scheduleChangesOfEvent(classes, { verifiedScopes: () => undefined })
  return {
    changes: { named, declared } satisfies LaterChanges,
    apply: (event: OpenPartOfEvent): void => {
      for (const change of changesOf(event)) if (change._tag === 'ScopeNamed') named.add(change.scope)
      if (event.type !== 'ErasureDue') return
      for (const { scope } of event.open['scopes'] as ErasureDue['open']['scopes']) declared.add(scope)
    },
  }
}

/** Whether an event names each of the living scopes. */
export const areAllNamed = function* (
  { scopes, erased }: Pick<ScopeFold, 'scopes' | 'erased'>,
  living: LivingScopes,
): ComputationSteps<boolean> {
  for (const part of partsOf(living.keys())) {
    if (part.some((scope) => !scopes.has(scope) && !erased.has(scope))) return false
    yield
  }
  return true
}

/**
 * The scopes whose keys the key store had at a place of each log, from the living keys that were read later. A key that
 * only later events name is left out. A scope that only later events declare due still had its key then. `isUnnamed` tells of
 * a key that was created lately and that no event names: its command is still running, or has failed.
 */
export const livingScopesAsOf = ({ scopes, erased }: Pick<ScopeFold, 'scopes' | 'erased'>, later: LaterChanges) =>
  function* (livingLater: LivingScopes, isUnnamed: (scope: ScopeId) => boolean): ComputationSteps<LivingScopes> {
    const isKnown = (scope: ScopeId): boolean => scopes.has(scope) || erased.has(scope)
    const living = new Map<ScopeId, ScopeClass>()
    for (const part of partsOf(livingLater)) {
      for (const [scope, name] of part)
        if (isKnown(scope) || !(later.named.has(scope) || isUnnamed(scope))) living.set(scope, name)
      yield
    }
    for (const scope of later.declared) {
      const row = scopes.get(scope)
      if (row !== undefined && row.run === undefined && !living.has(scope)) living.set(scope, row.class)
    }
    return living
  }
