import type { ScopeId } from '../../domain/values/ids'

/** Whether the log says that a scope is due to be erased (`ErasureDue`). The log decides, not the key store. */
export type Ended = (scope: ScopeId) => boolean
