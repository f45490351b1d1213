import type * as t from 'io-ts'
import { plain, type Remembered } from './remembered'
import { record, type Fields, type Values } from './record'
import type { ScopeClass } from './scope-class'

/** Sealed parts by scope class. */
export type SealedFields = Readonly<Record<string, Fields>>

/** Each key of `sealed` is a scope class, and also a key of `open`, which holds that scope's id. */
type OnlyClasses<S> = { readonly [C in keyof S]: C extends ScopeClass ? Fields : never }
type NamesScopesOf<S> = { readonly [C in keyof S]: t.Mixed }

type PlainParts<S extends SealedFields> = { readonly [C in keyof S]: Values<S[C]> }
export type SealedParts<S extends SealedFields> = { readonly [C in keyof S]: Remembered<Values<S[C]>> }

/** An event as the domain knows it: what stays for ever, and what is remembered for a time. */
export interface EventOfShape<T extends string, O extends Fields, S extends SealedFields> {
  readonly type: T
  readonly open: Values<O>
  readonly sealed: SealedParts<S>
}

/** What any event looks like to code that treats all alike. */
export interface AnyEvent {
  readonly type: string
  readonly open: Readonly<Record<string, unknown>>
  readonly sealed: Readonly<Partial<Record<string, Remembered<unknown>>>>
}

/** One step up from the version before: a function a part, so that no value crosses between parts. */
export interface Upcast {
  readonly open: (open: unknown) => unknown
  readonly sealed: Readonly<Partial<Record<ScopeClass, (part: unknown) => unknown>>>
}

/** What stands behind an event: its name, version and codecs, without the types of its members. */
export interface Definition {
  readonly type: string
  readonly version: number
  readonly classes: ReadonlyArray<ScopeClass>
  readonly fields: { readonly open: Fields; readonly sealed: SealedFields }
  readonly openCodec: t.Mixed
  readonly sealedCodecs: Readonly<Partial<Record<string, t.Mixed>>>
  /** How the version before this one is read as this one; absent for version 1. */
  readonly upcast: Upcast | undefined
}

/** Makes the event when called: the open part first, then each sealed part by its class. */
export interface EventDefinition<T extends string, O extends Fields, S extends SealedFields> extends Definition {
  (open: Values<O>, sealed: PlainParts<S>): EventOfShape<T, O, S>
  readonly type: T
}

export type EventOf<D> = D extends EventDefinition<infer T, infer O, infer S> ? EventOfShape<T, O, S> : never

/**
 * Defines an event by its shape, so that a field has no third place: `open` stays for ever and names no person,
 * `sealed` is forgotten with its scope.
 */
export const defineEvent = <T extends string, O extends Fields & NamesScopesOf<S>, S extends SealedFields>(
  type: T,
  version: number,
  shape: { readonly open: O; readonly sealed: S & OnlyClasses<S> },
  upcast?: Upcast,
): EventDefinition<T, O, S> => {
  const parts = Object.entries<Fields>(shape.sealed)
  const make = (open: Values<O>, sealed: PlainParts<S>): EventOfShape<T, O, S> => ({
    type,
    open,
    sealed: Object.fromEntries(parts.map(([name]) => [name, plain(sealed[name])])) as SealedParts<S>,
  })
  return Object.assign(make, {
    type,
    version,
    classes: parts.map(([name]) => name as ScopeClass),
    fields: shape,
    openCodec: record(type, shape.open),
    sealedCodecs: Object.fromEntries(parts.map(([name, fields]) => [name, record(`${type}.${name}`, fields)])),
    upcast,
  })
}
