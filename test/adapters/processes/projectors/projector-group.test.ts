import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import { sequenceOfPosition, positionOfSequence } from '../../../../adapters/stores/eventstore/sequence-position'
import { createProjectorGroup, type Projector } from '../../../../adapters/processes/projectors/projector-group'
import { eventDefinitions } from '../../../../domain/event-definitions'
import { decodeEvent } from '../../../../domain/command-handling/open-event'
import { eventDefinitionsByType } from '../../../../domain/event/decode-event-parts'
import { logNames, type LogName, type StreamName } from '../../../../domain/event/stream'
import type { EventStore, EventPage, Position } from '../../../../domain/ports/event-store'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import { newEvent } from '../../../contract/event-store/event-store-steps'

const decode = decodeEvent(eventDefinitionsByType(eventDefinitions))
const emptyProjector: Projector = { name: 'empty', checkpoint: () => undefined, project: () => TE.right(undefined) }

/** Empty logs that answer after `beforeAnswer` resolves. */
const emptyLogs = (beforeAnswer: (log: LogName) => Promise<void>) => {
  async function* readAll(log: LogName): AsyncGenerator<EventPage, void, undefined> {
    await beforeAnswer(log)
    yield []
  }
  return { circulation: { readAll: () => readAll('circulation') }, persons: { readAll: () => readAll('persons') } }
}

describe('a group of projectors', () => {
  it('requests both logs at the same time, before either has answered', async () => {
    const requested = new Set<LogName>()
    let resolveBothRequested: () => void = () => undefined
    const bothRequested = new Promise<void>((resolve) => (resolveBothRequested = resolve))
    const logs = emptyLogs((log) => {
      if (requested.add(log).size === logNames.length) resolveBothRequested()
      return bothRequested
    })
    const group = createProjectorGroup(logs, decode, [emptyProjector])
    expect(await group.catchUp()).toEqual(E.right(undefined))
  })

  it.each(logNames)('reports that %s cannot be read, and catches up once it can be read', async (unreadableLog) => {
    let isUnreadable = true
    const logs = emptyLogs((log) =>
      isUnreadable && log === unreadableLog
        ? Promise.reject(Object.assign(new Error('away'), { _tag: 'StoreUnavailable', reason: 'away' }))
        : Promise.resolve(),
    )
    const { catchUp } = createProjectorGroup(logs, decode, [emptyProjector])
    expect(await catchUp()).toEqual(E.left({ _tag: 'Unavailable', reason: 'away' }))
    isUnreadable = false
    expect(await catchUp()).toEqual(E.right(undefined))
  })
})

describe('the first projector of a group', () => {
  const run = '7d0a5c8e-7b0e-4c2f-9f0e-6a1f0d9c1a11'
  const makePage = (recorded: string, from: number, count: number): EventPage =>
    Array.from({ length: count }, (_, at) => ({
      ...newEvent({
        type: 'ErasureDue',
        recorded,
        open: '{"reason":"due","run":"' + run + '","scopes":[]}',
        sealed: new Uint8Array(0),
      }),
      stream: `erasure-${run}` as StreamName,
      revision: from + at,
      position: positionOfSequence(from + at + 1),
    }))
  /** Logs of `length` events, and projectors that record what they project. `append` makes both logs longer. */
  const logsOfLength = (initialLength: number) => {
    let length = initialLength
    const notes: string[] = []
    const readAll = (recorded: string): EventStore['readAll'] =>
      async function* ({ after }) {
        for (let from = sequenceOfPosition(after); from < length; from += 500) {
          yield makePage(recorded, from, Math.min(500, length - from))
          await Promise.resolve()
        }
      }
    const recordingProjector = (name: string, maxNotes = Infinity): Projector => {
      const at = new Map<LogName, Position>()
      return {
        name,
        checkpoint: (log) => at.get(log),
        project: (log, events) => () => {
          if (notes.length >= maxNotes) return Promise.resolve(E.left({ _tag: 'Unavailable', reason: 'enough' }))
          const last = events.at(-1)?.stored.position
          if (last !== undefined) at.set(log, last)
          notes.push(`${name} ${log} ${String(sequenceOfPosition(last))}`)
          return Promise.resolve(E.right(undefined))
        },
      }
    }
    return {
      notes,
      append: (count: number) => {
        length += count
      },
      noting: recordingProjector,
      logs: { circulation: { readAll: readAll('2026-11-22') }, persons: { readAll: readAll('2026-11') } },
    }
  }

  it.each([
    ['few events', 3],
    ['more events than are kept in memory', 4600],
  ])('reaches the ends of both logs before the others project anything: %s', async (_, length) => {
    const { notes, noting: recordingProjector, logs } = logsOfLength(length)
    const projectors = [recordingProjector('schedule'), recordingProjector('views')]
    expect(await createProjectorGroup(logs, decode, projectors).catchUp()).toEqual(E.right(undefined))
    const endOfFirst = notes.indexOf(`schedule persons ${String(length)}`)
    expect(notes.slice(0, endOfFirst + 1).every((note) => note.startsWith('schedule'))).toBe(true)
    expect(notes.slice(endOfFirst + 1).every((note) => note.startsWith('views'))).toBe(true)
    for (const log of logNames)
      expect(projectors.map((projector) => projector.checkpoint(log))).toEqual([
        positionOfSequence(length),
        positionOfSequence(length),
      ])
  })

  it('reads on when the others meet a key that was fenced by an erasure it has not read', async () => {
    const { noting, logs, append } = logsOfLength(3)
    const [first, others] = [noting('schedule'), noting('views')]
    let appended = 0
    const opensFenced: Projector = {
      ...others,
      project: (log, events) => () => {
        if (appended > 0) return others.project(log, events)()
        append((appended += 1))
        return Promise.resolve(E.left({ _tag: 'Unavailable', reason: 'fenced', key: 'fenced' }))
      },
    }
    expect(await createProjectorGroup(logs, decode, [first, opensFenced]).catchUp()).toEqual(E.right(undefined))
    expect([first, others].map((each) => each.checkpoint('persons'))).toEqual([
      positionOfSequence(4),
      positionOfSequence(4),
    ])
  })

  it('does not wait for the others, which continue from their checkpoints', async () => {
    const { notes, noting: recordingProjector, logs } = logsOfLength(3)
    const [first, other] = [recordingProjector('schedule'), recordingProjector('views', 3)]
    const { catchUp } = createProjectorGroup(logs, decode, [first, other])
    expect(await catchUp()).toMatchObject({ left: { reason: 'enough' } })
    notes.length = 0
    expect(await catchUp()).toEqual(E.right(undefined))
    expect(other.checkpoint('persons')).toBe(positionOfSequence(3))
    expect(notes).toEqual(['views persons 3'])
  })

  it.each([
    ['are a few events behind it', 3],
    ['are further behind it than is kept in memory', 4600],
  ])('is never passed by others that %s while events are appended', async (_, length) => {
    const { noting, logs, append } = logsOfLength(length)
    const first = noting('schedule')
    rightOrThrow(await createProjectorGroup(logs, decode, [first]).catchUp())
    const passed: string[] = []
    const others = noting('views')
    const behind: Projector = {
      ...others,
      project: (log, events) => async () => {
        const projected = await others.project(log, events)()
        if ((others.checkpoint(log) ?? '') > (first.checkpoint(log) ?? '')) passed.push(log)
        append(1)
        return projected
      },
    }
    append(1)
    const appendsWhenRead: Projector = {
      ...first,
      project: (log, events) => async () => {
        const projected = await first.project(log, events)()
        append(1)
        return projected
      },
    }
    const { catchUp } = createProjectorGroup(logs, decode, [appendsWhenRead, behind])
    rightOrThrow(await catchUp())
    expect(passed).toEqual([])
    rightOrThrow(await catchUp())
    expect(passed).toEqual([])
    for (const log of logNames) expect(others.checkpoint(log)).toBe(first.checkpoint(log))
  })
})
