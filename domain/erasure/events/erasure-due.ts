import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { exactRecord } from '../../event/exact-record'
import { EventId, RunId, ScopeId } from '../../values/ids'
import { ScopeClassCodec } from '../scope-class-codec'

/** A scope that is due, and the event of its own stream that started its period. */
export const DueScope = exactRecord('DueScope', { scope: ScopeId, class: ScopeClassCodec, trigger: EventId })
export type DueScope = t.TypeOf<typeof DueScope>

/** From this event on, these scopes read as erased. Their keys are destroyed next. */
export const ErasureDue = defineEvent('ErasureDue', 1, {
  open: { run: RunId, reason: t.union([t.literal('due'), t.literal('requested')]), scopes: t.readonlyArray(DueScope) },
  sealed: {},
})
export type ErasureDue = EventOf<typeof ErasureDue>
