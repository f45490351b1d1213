import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type * as t from 'io-ts'
import type { AnyEventDefinition } from './define-event'
import type { ScopeClass } from './scope-class'
import type { EventAddress } from './stream'

/** Stored bytes that do not have the shape of their type and version. The reason names the member, never its value. */
export interface Undecodable {
  readonly _tag: 'Undecodable'
  readonly reason: string
  readonly at?: EventAddress
}

const undecodable = (reason: string): Undecodable => ({ _tag: 'Undecodable', reason })

/** All versions of one event type, oldest first. The domain works with the last one. */
type EventVersions = ReadonlyArray<AnyEventDefinition>
export type EventTable = ReadonlyMap<string, EventVersions>

/** The table of event versions by event type. */
export const eventDefinitionsByType = (definitions: ReadonlyArray<AnyEventDefinition>): EventTable => {
  const eventTable = new Map<string, AnyEventDefinition[]>()
  for (const definition of definitions) {
    const versions = eventTable.get(definition.type) ?? []
    versions[definition.version - 1] = definition
    eventTable.set(definition.type, versions)
  }
  return eventTable
}

const misplacedMembers = (codec: t.Mixed, value: unknown): string =>
  pipe(
    codec.decode(value),
    E.match(
      (errors) => errors.map((error) => error.context.map((step) => step.key || codec.name).join('.')).join(', '),
      () => codec.name,
    ),
  )

const checkPart =
  (codec: t.Mixed | undefined) =>
  (value: unknown): E.Either<Undecodable, unknown> =>
    codec === undefined
      ? E.left(undecodable('this version has no such part'))
      : codec.is(value)
        ? E.right(value)
        : E.left(undecodable(`wrong shape: ${misplacedMembers(codec, value)}`))

const parseJson = (text: string): E.Either<Undecodable, unknown> =>
  E.tryCatch(
    (): unknown => JSON.parse(text),
    () => undecodable('the open part is not JSON'),
  )

/** The definition with which an event was written. */
export const eventDefinitionOf =
  (eventTable: EventTable) =>
  (type: string, version: number): E.Either<Undecodable, AnyEventDefinition> => {
    const definition = eventTable.get(type)?.[version - 1]
    return definition === undefined
      ? E.left(undecodable(`unknown event: ${type}, version ${version}`))
      : E.right(definition)
  }

const noVersions: EventVersions = []

/** The scope classes of the sealed parts of the newest version of an event type. */
export const classesOfNewestVersion =
  (eventTable: EventTable) =>
  (type: string): ReadonlyArray<ScopeClass> =>
    eventTable.get(type)?.at(-1)?.classes ?? []

/** The versions after the given one. Most events have the newest version, so there are none. */
const versionsAfter = (eventTable: EventTable, { type, version }: AnyEventDefinition): EventVersions => {
  const versions = eventTable.get(type) ?? noVersions
  return version >= versions.length ? noVersions : versions.slice(version)
}

type OfVersion<A> = (version: AnyEventDefinition) => A

/** Checks a part by the version that wrote it, then upcasts it one version at a time and checks each result. */
const upcastPart =
  (eventTable: EventTable, writtenAs: AnyEventDefinition) =>
  (codec: OfVersion<t.Mixed | undefined>, upcast: OfVersion<((part: unknown) => unknown) | undefined>) =>
  (value: unknown): E.Either<Undecodable, unknown> => {
    let part = checkPart(codec(writtenAs))(value)
    for (const next of versionsAfter(eventTable, writtenAs)) {
      if (part._tag === 'Left') return part
      part = checkPart(codec(next))(upcast(next)?.(part.right) ?? part.right)
    }
    return part
  }

/** Decodes an open part by its own version and upcasts it to the newest. */
export const decodeOpenPart =
  (eventTable: EventTable) =>
  (type: string, version: number, open: string): E.Either<Undecodable, Readonly<Record<string, unknown>>> => {
    const writtenAs = eventDefinitionOf(eventTable)(type, version)
    if (writtenAs._tag === 'Left') return writtenAs
    const value = parseJson(open)
    if (value._tag === 'Left') return value
    const lifted = upcastPart(eventTable, writtenAs.right)(
      ({ openCodec }) => openCodec,
      ({ upcast }) => upcast?.open,
    )(value.right)
    return lifted as E.Either<Undecodable, Readonly<Record<string, unknown>>>
  }

/** Decodes one sealed part by its own version and upcasts it to the newest. It never sees another part. */
export const decodeSealedPart =
  (eventTable: EventTable) =>
  (type: string, version: number, name: ScopeClass, value: unknown): E.Either<Undecodable, unknown> => {
    const writtenAs = eventDefinitionOf(eventTable)(type, version)
    if (writtenAs._tag === 'Left') return writtenAs
    return upcastPart(eventTable, writtenAs.right)(
      ({ sealedCodecs }) => sealedCodecs[name],
      ({ upcast }) => upcast?.sealed[name],
    )(value)
  }
