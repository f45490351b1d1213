import type { ScopeId } from '../../domain/values/ids'

/** Whether an `ErasureDue` in the log declares the scope due. The log decides this, not the key store. */
export type IsScopeEnded = (scope: ScopeId) => boolean
