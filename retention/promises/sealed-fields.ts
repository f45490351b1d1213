import type * as t from 'io-ts'
import type { AnyEventDefinition } from '../../domain/event/define-event'
import { isExactRecord } from '../../domain/event/exact-record'
import type { ScopeClass } from '../../domain/event/scope-class'

/** A personal field of an event: a member of a sealed part, `details.email` for a member of a member. */
export interface SealedField {
  readonly event: string
  readonly class: ScopeClass
  readonly member: string
}

const membersOf = ([name, codec]: readonly [string, t.Mixed]): ReadonlyArray<string> =>
  isExactRecord(codec) ? Object.keys(codec.members).map((member) => `${name}.${member}`) : [name]

/** All personal fields of the events. */
export const sealedFieldsOf = (definitions: ReadonlyArray<AnyEventDefinition>): ReadonlyArray<SealedField> =>
  definitions.flatMap(({ type, classes, fields }) =>
    classes.flatMap((name) =>
      Object.entries(fields.sealed[name] ?? {})
        .flatMap(membersOf)
        .map((member) => ({ event: type, class: name, member })),
    ),
  )
