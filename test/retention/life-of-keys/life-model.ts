import type { SealedEvent } from '../../../domain/command-handling/open-event'
import type { ScopeId } from '../../../domain/values/ids'
import type { Day } from '../../../domain/values/day'
import type { Epoch, KekRing } from '../../../retention/keys/kek-ring'
import type { KeyStoreCopy } from './copyable-key-store'
import type { LogsCopy } from './durable-library'

/** The classes that live in the stream of the borrower, and end with the borrower. */
type ClassInStreamOfBorrower = 'identity' | 'preference' | 'contact' | 'card'

export const livesInStreamOfBorrower = ({ class: name }: Pick<ModelScope, 'class'>): boolean =>
  name === 'identity' || name === 'preference' || name === 'contact' || name === 'card'

/** What the model knows of a scope. */
export interface ModelScope {
  readonly scope: ScopeId
  readonly class: 'borrower' | ClassInStreamOfBorrower | 'fee' | 'reservation'
  /** The borrower; for a borrower itself, undefined. */
  readonly borrower: ScopeId | undefined
  /** The event that names it first. */
  readonly event: SealedEvent
  /** Since when the log makes it due; a day counts once it is closed. What lives in the borrower's stream is due with the borrower. */
  readonly due: Day | 'at once' | undefined
  /** The current epoch when the log declared it erased. */
  readonly endedIn: Epoch | undefined
  /** Its key was lost by hand, or with a restored key store. */
  readonly isLost: boolean
  /** Its key came back with a key store that was copied after its erasure, to logs that do not have that erasure. */
  readonly isHollow: boolean
}

export type ModelScopes = ReadonlyMap<ScopeId, ModelScope>

/** A copy of the logs and of the key store, and what the model knew when it was made. */
export interface ModelCopy {
  readonly logs: LogsCopy
  readonly keys: KeyStoreCopy
  readonly scopes: ModelScopes
  readonly held: ReadonlySet<ScopeId>
  readonly lastClosed: Day | undefined
  /** The restorations before it: a copy of the keys fits the logs that have gone through all of them. */
  readonly restorations: ReadonlyArray<number>
}

/** A copy of the ring, and the step at which it was made. */
export interface RingCopy {
  readonly ring: KekRing
  readonly step: number
}

/** What must open, and what must not. */
export interface LifeModel {
  scopes: Map<ScopeId, ModelScope>
  copies: ModelCopy[]
  rings: RingCopy[]
  lastClosed: Day | undefined
  restorations: ReadonlyArray<number>
  /** Counts the commands. */
  step: number
  /** The step since which no ring has a wrapping key that could open the scope. */
  readonly gone: Map<ScopeId, number>
  /** The last epoch in which the scope lived in logs that were replaced by a backup since. */
  readonly livedIn: Map<ScopeId, Epoch>
}

export const emptyModel = (): LifeModel => ({
  scopes: new Map(),
  copies: [],
  rings: [],
  lastClosed: undefined,
  restorations: [],
  step: 0,
  gone: new Map(),
  livedIn: new Map(),
})

const withBorrower = (scopes: ModelScopes, scope: ModelScope): ReadonlyArray<ModelScope> => {
  const borrower = scope.borrower === undefined ? undefined : scopes.get(scope.borrower)
  return borrower === undefined ? [scope] : [scope, borrower]
}

/** Whether the log declared the scope, or its borrower, erased. */
export const isErased = (scopes: ModelScopes, scope: ModelScope): boolean =>
  withBorrower(scopes, scope).some(({ endedIn }) => endedIn !== undefined)

/** Whether the key of the scope, or of its borrower, was lost. */
export const isUnreadable = (scopes: ModelScopes, scope: ModelScope): boolean =>
  withBorrower(scopes, scope).some(({ isLost }) => isLost)

/** The epoch in which the log declared the scope, or its borrower, erased; undefined while neither is. */
const epochOfErasure = (scopes: ModelScopes, scope: ModelScope): Epoch | undefined => {
  const ended = withBorrower(scopes, scope).flatMap(({ endedIn }) => endedIn ?? [])
  return ended.length === 0 ? undefined : Math.min(...ended)
}

/**
 * Whether the scope lived in an epoch after that of its erasure: an earlier backup was restored, which did not have the
 * erasure, and later one that has it. The horizon does not speak of copies that were made in between.
 */
export const livedOn = ({ scopes, livedIn }: Pick<LifeModel, 'scopes' | 'livedIn'>, scope: ModelScope): boolean =>
  (livedIn.get(scope.scope) ?? -Infinity) > (epochOfErasure(scopes, scope) ?? Infinity)

/** The last epoch in which a key that opens the scope was wrapped; undefined while the scope is not erased. */
const lastEpochOf = ({ scopes, livedIn }: LifeModel, scope: ModelScope): Epoch | undefined => {
  const ended = epochOfErasure(scopes, scope)
  return ended === undefined ? undefined : Math.max(ended, livedIn.get(scope.scope) ?? ended)
}

/**
 * Notes in which epoch each scope lived last, before the logs or the keys are replaced by a backup. It may have been erased
 * in these logs, and its key may not be in the backup.
 */
export const noteLiving = (model: LifeModel, current: Epoch): void => {
  for (const scope of model.scopes.values()) {
    if (isUnreadable(model.scopes, scope)) continue
    const last = epochOfErasure(model.scopes, scope) ?? current
    model.livedIn.set(scope.scope, Math.max(last, model.livedIn.get(scope.scope) ?? last))
  }
}

/**
 * The answers that are right for a scope, when nothing of it is in memory. A lost key, or one that a roll left in an old
 * epoch because the key of its borrower was lost, does not tell who the borrower was, so it may stay unavailable.
 */
export const rightAnswers = (scopes: ModelScopes, scope: ModelScope): ReadonlyArray<string> => {
  if (scope.endedIn !== undefined) return ['Erased']
  const isLost = isUnreadable(scopes, scope)
  if (isErased(scopes, scope)) return isLost ? ['Erased', 'Unavailable'] : ['Erased']
  // A roll may have made its row hollow before the copy.
  if (isLost) return scope.isHollow ? ['Erased', 'Unavailable'] : ['Unavailable']
  return ['Plain']
}

/** So many keys may be unusable, and a roll re-wraps the others; with more it stops. */
export const toleratedUnusable = 10

/** Whether a roll may stop, because so many keys are unusable. */
export const mayRefuseRoll = ({ scopes }: Pick<LifeModel, 'scopes'>): boolean =>
  [...scopes.values()].filter((scope) => isUnreadable(scopes, scope)).length > toleratedUnusable

/** The scope whose end is that of this one. */
const leads = (scopes: ModelScopes, scope: ModelScope): ModelScope =>
  livesInStreamOfBorrower(scope) ? (withBorrower(scopes, scope)[1] ?? scope) : scope

/** Whether the log makes a scope due, and no legal hold stops its erasure. */
export const mayBeDeclared = (
  { scopes, lastClosed }: Pick<LifeModel, 'scopes' | 'lastClosed'>,
  held: ReadonlySet<ScopeId>,
  scope: ModelScope,
): boolean => {
  const { due, scope: id } = leads(scopes, scope)
  const isDue = due === 'at once' || (due !== undefined && lastClosed !== undefined && due <= lastClosed)
  return isDue && !held.has(id)
}

/**
 * A key that was named by the same event, or that of its borrower, was lost. Then nobody knows by which erasure, and the
 * worker may wait.
 */
export const isInDoubt = (scopes: ModelScopes, scope: ModelScope): boolean =>
  leads(scopes, scope).event.parts.some((part) => {
    const known = scopes.get(part.scope)
    return known !== undefined && isUnreadable(scopes, known)
  })

export const changeScope = (model: LifeModel, scope: ScopeId, change: Partial<ModelScope>): void => {
  const before = model.scopes.get(scope)
  if (before !== undefined) model.scopes.set(scope, { ...before, ...change })
}

/** Notes the scopes that no wrapping key in the ring can open any more. */
export const noteGone = (model: LifeModel, epochs: ReadonlySet<Epoch>): void => {
  for (const scope of model.scopes.values()) {
    const last = lastEpochOf(model, scope)
    if (last !== undefined && !model.gone.has(scope.scope) && [...epochs].every((epoch) => epoch > last))
      model.gone.set(scope.scope, model.step)
  }
}
