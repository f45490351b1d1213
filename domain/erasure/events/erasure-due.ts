import * as t from 'io-ts'
import { defineEvent, type EventOf } from '../../event/define-event'
import { record } from '../../event/record'
import { EventId, RunId, ScopeId } from '../../values/ids'
import { ScopeClassName } from '../scope-class-name'

/** A scope that is due, with the event of its own stream that started its clock. */
export const DueScope = record('DueScope', { scope: ScopeId, class: ScopeClassName, trigger: EventId })
export type DueScope = t.TypeOf<typeof DueScope>

/** These scopes are forgotten from here on: the log decides, and the keys follow. */
export const ErasureDue = defineEvent('ErasureDue', 1, {
  open: { run: RunId, reason: t.union([t.literal('due'), t.literal('requested')]), scopes: t.readonlyArray(DueScope) },
  sealed: {},
})
export type ErasureDue = EventOf<typeof ErasureDue>
