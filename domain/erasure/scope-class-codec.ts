import * as t from 'io-ts'
import { scopeClasses, type ScopeClass } from '../event/scope-class'

const names: ReadonlySet<unknown> = new Set(scopeClasses)
const is = (u: unknown): u is ScopeClass => names.has(u)

export const ScopeClassCodec = new t.Type<ScopeClass>(
  'ScopeClass',
  is,
  (u, context) => (is(u) ? t.success(u) : t.failure(u, context, 'must be a scope class, such as loan')),
  (a) => a,
)
