import * as t from 'io-ts'
import type { AnyEventDefinition } from '../../domain/event/define-event'
import { isExactRecord } from '../../domain/event/exact-record'
import type { ScopeClass } from '../../domain/event/scope-class'

/** A personal field of an event: a member of a sealed part, `details.email` for a member of a member. */
export interface SealedField {
  readonly event: string
  readonly class: ScopeClass
  readonly member: string
}

/** The codec itself, or the one within a nullable codec. */
const withoutNull = (codec: t.Mixed): t.Mixed => {
  const [first] = codec instanceof t.UnionType ? (codec.types as ReadonlyArray<t.Mixed>) : [codec]
  return first ?? codec
}

const membersOf = ([name, codec]: readonly [string, t.Mixed]): ReadonlyArray<string> => {
  const record = withoutNull(codec)
  return isExactRecord(record) ? Object.keys(record.members).map((member) => `${name}.${member}`) : [name]
}

/** All personal fields of the events. */
export const sealedFieldsOf = (definitions: ReadonlyArray<AnyEventDefinition>): ReadonlyArray<SealedField> =>
  definitions.flatMap(({ type, classes, fields }) =>
    classes.flatMap((name) =>
      Object.entries(fields.sealed[name] ?? {})
        .flatMap(membersOf)
        .map((member) => ({ event: type, class: name, member })),
    ),
  )
