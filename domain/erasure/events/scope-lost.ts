import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { LossId, ScopeId } from '../../values/ids'
import { ScopeClassCodec } from '../scope-class-codec'

/**
 * The key of a scope was lost by accident, and an administrator has accepted it: an older key store was restored. The parts
 * of the scope stay unavailable, and are never called erased. The scope is still erased when it is due.
 */
export const ScopeLost = defineEvent('ScopeLost', 1, {
  open: {
    loss: LossId,
    scope: ScopeId,
    class: ScopeClassCodec,
    role: t.literal('administrator'),
    reason: t.literal('olderKeysRestored'),
  },
  sealed: {},
})
export type ScopeLost = EventOf<typeof ScopeLost>
