import type { ScopeClass } from '../event/scope-class'
import type { ScopeId } from '../values/ids'
import type { UnreadValue } from './replayed-value'

/** Why the parts of a scope are not read, by its class and id. */
export type WhyUnread = (name: ScopeClass, scope: ScopeId | string) => UnreadValue

/**
 * Why the parts of each scope are not read. A scope of which no part was met reads as erased without a certificate: that is
 * what the domain takes it for.
 */
export const whyUnreadOf =
  (unread: ReadonlyMap<string, UnreadValue>): WhyUnread =>
  (name, scope) =>
    unread.get(scope) ?? { status: 'erased', class: name, certificate: null }
