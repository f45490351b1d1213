import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type * as t from 'io-ts'
import type { Definition } from './define-event'
import type { ScopeClass } from './scope-class'

/** Stored bytes that are not what their type and version say. Names the place, never the value. */
export interface Undecodable {
  readonly _tag: 'Undecodable'
  readonly reason: string
}

const undecodable = (reason: string): Undecodable => ({ _tag: 'Undecodable', reason })

/** All versions of one event type, oldest first: the last is the one the domain knows. */
export type Versions = ReadonlyArray<Definition>
export type Table = ReadonlyMap<string, Versions>

/** The table by event type behind which stored events are decoded. */
export const tableOf = (definitions: ReadonlyArray<Definition>): Table => {
  const table = new Map<string, Definition[]>()
  for (const definition of definitions) {
    const versions = table.get(definition.type) ?? []
    versions[definition.version - 1] = definition
    table.set(definition.type, versions)
  }
  return table
}

const places = (codec: t.Mixed, value: unknown): string =>
  pipe(
    codec.decode(value),
    E.match(
      (errors) => errors.map((error) => error.context.map((step) => step.key || codec.name).join('.')).join(', '),
      () => codec.name,
    ),
  )

const check =
  (codec: t.Mixed | undefined) =>
  (value: unknown): E.Either<Undecodable, unknown> =>
    codec === undefined
      ? E.left(undecodable('a part that this version does not have'))
      : codec.is(value)
        ? E.right(value)
        : E.left(undecodable(`not of the right form: ${places(codec, value)}`))

const json = (text: string): E.Either<Undecodable, unknown> =>
  E.tryCatch(
    (): unknown => JSON.parse(text),
    () => undecodable('the open part is not JSON'),
  )

/** The definition with which an event was written; later versions of it stand after it in the table. */
export const definitionOf =
  (table: Table) =>
  (type: string, version: number): E.Either<Undecodable, Definition> => {
    const definition = table.get(type)?.[version - 1]
    return definition === undefined
      ? E.left(undecodable(`no event is known by the name ${type} in version ${version}`))
      : E.right(definition)
  }

const none: Versions = []

/** The versions after one; most events are of the newest. */
const later = (table: Table, { type, version }: Definition): Versions => {
  const versions = table.get(type) ?? none
  return version >= versions.length ? none : versions.slice(version)
}

type OfVersion<A> = (version: Definition) => A

/** Checks a part by the version it was written in, then lifts it one version at a time, and checks it each time. */
const lift =
  (table: Table, written: Definition) =>
  (codec: OfVersion<t.Mixed | undefined>, upcast: OfVersion<((part: unknown) => unknown) | undefined>) =>
  (value: unknown): E.Either<Undecodable, unknown> => {
    let part = check(codec(written))(value)
    for (const next of later(table, written)) {
      if (part._tag === 'Left') return part
      part = check(codec(next))(upcast(next)?.(part.right) ?? part.right)
    }
    return part
  }

/** Decodes an open part by its own version, then lifts it to the newest. */
export const decodeOpen =
  (table: Table) =>
  (type: string, version: number, open: string): E.Either<Undecodable, Readonly<Record<string, unknown>>> => {
    const written = definitionOf(table)(type, version)
    if (written._tag === 'Left') return written
    const value = json(open)
    if (value._tag === 'Left') return value
    const lifted = lift(table, written.right)(
      ({ openCodec }) => openCodec,
      ({ upcast }) => upcast?.open,
    )(value.right)
    return lifted as E.Either<Undecodable, Readonly<Record<string, unknown>>>
  }

/** Decodes one sealed part likewise; a part never meets another. */
export const decodeSealed =
  (table: Table) =>
  (type: string, version: number, name: ScopeClass, value: unknown): E.Either<Undecodable, unknown> => {
    const written = definitionOf(table)(type, version)
    if (written._tag === 'Left') return written
    return lift(table, written.right)(
      ({ sealedCodecs }) => sealedCodecs[name],
      ({ upcast }) => upcast?.sealed[name],
    )(value)
  }
