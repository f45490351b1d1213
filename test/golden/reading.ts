import { createHash } from 'node:crypto'
import * as E from 'fp-ts/Either'
import { canonical } from '../../domain/event/canonical'
import { decodeOpen, decodeSealed, tableOf, type Table } from '../../domain/event/decode'
import type { Definition } from '../../domain/event/define-event'
import type { Recorded } from '../../domain/event/domain-event'
import type { StreamName } from '../../domain/event/stream'
import { placeOf, readEvent, shut } from '../../domain/command-handling/remember'
import type { EventId } from '../../domain/values/ids'
import type { Position, RecordedEvent } from '../../domain/ports/event-store'
import type { Keys } from '../../domain/ports/keys'
import type { ReadModel } from '../../projections/kernel/read-model'
import { allRows, emptyReadModels } from '../fixtures/read-models'
import type { GoldenLine } from './files'

const orThrow = <A>(answer: { readonly _tag: string; readonly left?: unknown; readonly right?: A }): A => {
  if (answer._tag === 'Left') throw new Error(JSON.stringify(answer.left))
  return answer.right as A
}

const digestOf = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex')

/** The event as a store would read it from this place in its log. */
export const storedAt = (line: Omit<GoldenLine, 'digest'>, index: number): RecordedEvent => ({
  ...line,
  id: line.id as EventId,
  stream: line.stream as StreamName,
  position: String(index + 1).padStart(16, '0') as Position,
  sealed: Buffer.from(line.sealed, 'base64'),
})

/** The catalogue as it was when this version of the event was the newest: nothing is lifted. */
const tableAsWritten = (definitions: ReadonlyArray<Definition>, { type, version }: GoldenLine): Table =>
  tableOf(definitions.filter((one) => one.type !== type || one.version <= version))

/** A digest of the open part and every sealed part of a line, each opened and decoded by the version that wrote it. */
export const digestOfParts =
  (definitions: ReadonlyArray<Definition>, keys: Pick<Keys, 'open'>) =>
  async (line: GoldenLine): Promise<string> => {
    const { type, version } = line
    const table = tableAsWritten(definitions, line)
    const event = orThrow(shut(table)(line.log)(storedAt(line, 0)))
    const opened = await keys.open(placeOf(event), event.stored.sealed, event.parts)()
    const sealed = event.parts.map((part, index) => {
      const answer = opened[index]
      if (answer?._tag !== 'Plain') throw new Error(`${type} ${String(version)}: ${part.class} does not open`)
      return [part.class, orThrow(decodeSealed(table)(type, version, part.class, answer.value))]
    })
    return digestOf({ open: orThrow(decodeOpen(table)(type, version, line.open)), sealed: Object.fromEntries(sealed) })
  }

/** Every line as the domain of today reads it, lifted to the newest version. */
export const readAsToday =
  (definitions: ReadonlyArray<Definition>, keys: Pick<Keys, 'open'>) =>
  async (lines: ReadonlyArray<GoldenLine>): Promise<ReadonlyArray<Recorded>> => {
    const table = tableOf(definitions)
    const read: Recorded[] = []
    for (const [index, line] of lines.entries())
      read.push(orThrow(await readEvent(table, keys)(line.log)(storedAt(line, index))()))
    return read
  }

/** A digest of the rows that a read model makes of events. */
export const digestOfRows =
  (model: ReadModel) =>
  (events: ReadonlyArray<Recorded>): string => {
    const empty = emptyReadModels([model])
    if (E.isLeft(empty.take(events))) throw new Error(`${model.name} cannot be folded`)
    return digestOf(allRows(empty, [model]))
  }
