import { createHash } from 'node:crypto'
import * as E from 'fp-ts/Either'
import { canonicalJson } from '../../domain/event/canonical-json'
import { decodeOpenPart, decodeSealedPart, eventDefinitionsByType, type EventTable } from '../../domain/event/decode-event-parts'
import type { AnyEventDefinition } from '../../domain/event/define-event'
import type { EventWithMetadata } from '../../domain/event/domain-event'
import type { StreamName } from '../../domain/event/stream'
import { sealContextOf, decodeAndOpenEvent, decodeEvent } from '../../domain/command-handling/open-event'
import type { EventId } from '../../domain/values/ids'
import type { Position, RecordedEvent } from '../../domain/ports/event-store'
import type { ScopeKeys } from '../../domain/ports/scope-keys'
import type { ReadModel } from '../../projections/read-model/read-model'
import { allReadModelRows, inMemoryReadModels } from '../fixtures/in-memory-read-models'
import type { GoldenLine } from './golden-files'

const unwrap = <A>(answer: { readonly _tag: string; readonly left?: unknown; readonly right?: A }): A => {
  if (answer._tag === 'Left') throw new Error(JSON.stringify(answer.left))
  return answer.right as A
}

const digestOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex')

/** The event as a store reads it at this place of its log. */
export const toRecordedEvent = (line: Omit<GoldenLine, 'digest'>, index: number): RecordedEvent => ({
  ...line,
  id: line.id as EventId,
  stream: line.stream as StreamName,
  position: String(index + 1).padStart(16, '0') as Position,
  sealed: Buffer.from(line.sealed, 'base64'),
})

/** The event table as it was when this version of the event was the newest: nothing is upcast. */
const eventTableAtVersion = (definitions: ReadonlyArray<AnyEventDefinition>, { type, version }: GoldenLine): EventTable =>
  eventDefinitionsByType(definitions.filter((one) => one.type !== type || one.version <= version))

/** A digest of all parts of a line, each opened and decoded by the version that wrote it. */
export const digestOfGoldenParts =
  (definitions: ReadonlyArray<AnyEventDefinition>, keys: Pick<ScopeKeys, 'openParts'>) =>
  async (line: GoldenLine): Promise<string> => {
    const { type, version } = line
    const table = eventTableAtVersion(definitions, line)
    const event = unwrap(decodeEvent(table)(line.log)(toRecordedEvent(line, 0)))
    const opened = await keys.openParts(sealContextOf(event), event.stored.sealed, event.parts)()
    const sealed = event.parts.map((part, index) => {
      const answer = opened[index]
      if (answer?._tag !== 'Plain') throw new Error(`${type} ${String(version)}: ${part.class} does not open`)
      return [part.class, unwrap(decodeSealedPart(table)(type, version, part.class, answer.value))]
    })
    return digestOf({ open: unwrap(decodeOpenPart(table)(type, version, line.open)), sealed: Object.fromEntries(sealed) })
  }

/** All lines as the domain reads them today, upcast to the newest version. */
export const decodeGoldenLines =
  (definitions: ReadonlyArray<AnyEventDefinition>, keys: Pick<ScopeKeys, 'openParts'>) =>
  async (lines: ReadonlyArray<GoldenLine>): Promise<ReadonlyArray<EventWithMetadata>> => {
    const table = eventDefinitionsByType(definitions)
    const read: EventWithMetadata[] = []
    for (const [index, line] of lines.entries())
      read.push(unwrap(await decodeAndOpenEvent(table, keys)(line.log)(toRecordedEvent(line, index))()))
    return read
  }

/** A digest of the rows that a read model makes of the events. */
export const digestOfReadModelRows =
  (model: ReadModel) =>
  (events: ReadonlyArray<EventWithMetadata>): string => {
    const empty = inMemoryReadModels([model])
    if (E.isLeft(empty.foldEvents(events))) throw new Error(`${model.name} cannot be folded`)
    return digestOf(allReadModelRows(empty, [model]))
  }
