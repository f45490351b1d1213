import type * as t from 'io-ts'
import { makePlain, type PlainOrErased } from './plain-or-erased'
import { exactRecord, type MemberCodecs, type DecodedMembers } from './exact-record'
import type { ScopeClass } from './scope-class'

/** The fields of each sealed part, by scope class. */
type SealedFields = Readonly<Record<string, MemberCodecs>>

/** Each key of `sealed` is a scope class, and also a key of `open` that holds the scope's id. */
type OnlyClasses<S> = { readonly [C in keyof S]: C extends ScopeClass ? MemberCodecs : never }
type NamesScopesOf<S> = { readonly [C in keyof S]: t.Mixed }

type PlainParts<S extends SealedFields> = { readonly [C in keyof S]: DecodedMembers<S[C]> }
type SealedParts<S extends SealedFields> = { readonly [C in keyof S]: PlainOrErased<DecodedMembers<S[C]>> }

/** An event as the domain sees it: the open part is kept for ever, each sealed part until its scope is erased. */
interface EventOfShape<T extends string, O extends MemberCodecs, S extends SealedFields> {
  readonly type: T
  readonly open: DecodedMembers<O>
  readonly sealed: SealedParts<S>
}

/** An event of any type. */
export interface AnyEvent {
  readonly type: string
  readonly open: Readonly<Record<string, unknown>>
  readonly sealed: Readonly<Partial<Record<string, PlainOrErased<unknown>>>>
}

/** The step from the version before. Each part has its own function, so no value moves from one part to another. */
interface Upcast {
  readonly open: (open: unknown) => unknown
  readonly sealed: Readonly<Partial<Record<ScopeClass, (part: unknown) => unknown>>>
}

/** The name, version and codecs of an event, without the types of its members. */
export interface AnyEventDefinition {
  readonly type: string
  readonly version: number
  readonly classes: ReadonlyArray<ScopeClass>
  readonly fields: { readonly open: MemberCodecs; readonly sealed: SealedFields }
  readonly openCodec: t.Mixed
  readonly sealedCodecs: Readonly<Partial<Record<string, t.Mixed>>>
  /** The step from the version before; absent for version 1. */
  readonly upcast: Upcast | undefined
}

/** Makes the event when called: with the open part, and the sealed parts by class. */
interface EventDefinition<T extends string, O extends MemberCodecs, S extends SealedFields> extends AnyEventDefinition {
  (open: DecodedMembers<O>, sealed: PlainParts<S>): EventOfShape<T, O, S>
  readonly type: T
}

export type EventOf<D> = D extends EventDefinition<infer T, infer O, infer S> ? EventOfShape<T, O, S> : never

/**
 * Defines an event. Each field stands in `open`, which is kept for ever and names no person, or in a part of `sealed`,
 * which is erased with its scope.
 */
export const defineEvent = <T extends string, O extends MemberCodecs & NamesScopesOf<S>, S extends SealedFields>(
  type: T,
  version: number,
  shape: { readonly open: O; readonly sealed: S & OnlyClasses<S> },
  upcast?: Upcast,
): EventDefinition<T, O, S> => {
  const parts = Object.entries<MemberCodecs>(shape.sealed)
  const make = (open: DecodedMembers<O>, sealed: PlainParts<S>): EventOfShape<T, O, S> => ({
    type,
    open,
    sealed: Object.fromEntries(parts.map(([name]) => [name, makePlain(sealed[name])])) as SealedParts<S>,
  })
  return Object.assign(make, {
    type,
    version,
    classes: parts.map(([name]) => name as ScopeClass),
    fields: shape,
    openCodec: exactRecord(type, shape.open),
    sealedCodecs: Object.fromEntries(parts.map(([name, fields]) => [name, exactRecord(`${type}.${name}`, fields)])),
    upcast,
  })
}
