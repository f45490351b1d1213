import type { LogName } from '../../../domain/event/stream'
import type { ScopeClass } from '../../../domain/event/scope-class'
import type { ScopeId } from '../../../domain/values/ids'

/** A scope that cannot be read after a restore, although the logs do not say that it is erased. */
export interface UnreadableScope {
  readonly log: LogName
  readonly class: ScopeClass
  readonly scope: ScopeId
  /** `missing`: the key store has no row of it. `fenced`: its key was destroyed by an erasure that the logs lack. */
  readonly key: 'missing' | 'fenced'
}

/** How many scopes of a class cannot be read. */
export type UnreadableScopeCounts = Readonly<
  Record<UnreadableScope['key'], Readonly<Partial<Record<ScopeClass, number>>>>
>

/** What was restored. It counts nothing of *persons* alone. */
export interface RestoreSummary {
  readonly folder: string
  /** The day on which the logs were copied, and that of the keys. */
  readonly logsTakenOn: string
  readonly keysTakenOn: string
  /** Keys that the backup had and the logs say are erased: destroyed again before anything was opened. */
  readonly keysDestroyed: number
  readonly unreadable: UnreadableScopeCounts
}

export const countUnreadableScopes = (scopes: ReadonlyArray<UnreadableScope>): UnreadableScopeCounts => {
  const counts = { missing: {}, fenced: {} } as Record<UnreadableScope['key'], Partial<Record<ScopeClass, number>>>
  for (const { key, class: name } of scopes) counts[key][name] = (counts[key][name] ?? 0) + 1
  return counts
}
