import fc from 'fast-check'
import { eventDefinitions } from '../../domain/event-definitions'
import { eventDefinitionsByType } from '../../domain/event/decode-event-parts'
import type { DomainEvent } from '../../domain/event/domain-event'
import type { Position } from '../../domain/ports/event-store'
import type { EventToReplay, PartToReplay } from '../../domain/replay/event-to-replay'
import type { ReplayFact } from '../../domain/replay/replay-fact'
import { isWithinReplay, type ReplayPoint } from '../../domain/replay/replay-point'
import { replayStream } from '../../domain/replay/replay-stream'
import { initialStateOfSubject, type ReplaySubject } from '../../domain/replay/replay-subject'
import type { StateInReplay } from '../../domain/replay/state-in-replay'
import type { ScopeClass } from '../../domain/event/scope-class'
import type { LogName } from '../../domain/event/stream'
import type { Day } from '../../domain/values/day'
import type { ScopeId } from '../../domain/values/ids'
import { monthOf } from '../../domain/values/month'
import { arbitraryHistory, type History } from '../arbitrary/history/arbitrary-history'
import { idsWithChildScopes } from '../arbitrary/history/erase-scopes-of-history'
import { borrowerEventDefinitions } from '../../domain/borrower/borrower-event-definitions'
import { feeEventDefinitions } from '../../domain/fee/fee-event-definitions'
import { footageEventDefinitions } from '../../domain/footage/footage-event-definitions'
import { messageEventDefinitions } from '../../domain/message/message-event-definitions'
import { titleEventDefinitions } from '../../domain/title/title-event-definitions'
import { eventTypesOfCopy } from '../fixtures/event-types-of-copy'

const eventTable = eventDefinitionsByType(eventDefinitions)
const typesOf = (definitions: ReadonlyArray<{ readonly type: string }>): ReadonlySet<string> =>
  new Set(definitions.map(({ type }) => type))

/** By subject: the events of its stream, and the open member that names it. */
const streams: Readonly<Record<string, readonly [ReplaySubject, LogName, ReadonlySet<string>, string]>> = {
  copy: ['copy', 'circulation', eventTypesOfCopy, 'copy'],
  title: ['title', 'circulation', typesOf(titleEventDefinitions), 'title'],
  fee: ['fee', 'circulation', typesOf(feeEventDefinitions), 'fee'],
  message: ['message', 'circulation', typesOf(messageEventDefinitions), 'message'],
  recording: ['recording', 'circulation', typesOf(footageEventDefinitions), 'footage'],
  borrower: ['borrower', 'persons', typesOf(borrowerEventDefinitions), 'borrower'],
}

interface RecordedEvent {
  readonly event: DomainEvent
  readonly recorded: string
  readonly position: Position
}

interface StreamOfHistory {
  readonly subject: ReplaySubject
  readonly log: LogName
  readonly id: string
  readonly events: ReadonlyArray<RecordedEvent>
}

const recordedIn = (history: History, log: LogName): ReadonlyArray<RecordedEvent> =>
  history[log].map((event, index) => {
    const day = history.days[log][index] as Day
    const position = String(index + 1).padStart(12, '0') as Position
    return { event, recorded: log === 'persons' ? monthOf(day) : day, position }
  })

const streamsOf = (history: History): ReadonlyArray<StreamOfHistory> =>
  Object.values(streams).flatMap(([subject, log, types, member]) => {
    const own = recordedIn(history, log).filter(({ event }) => types.has(event.type))
    const idOf = ({ event }: RecordedEvent): string => String((event.open as Readonly<Record<string, unknown>>)[member])
    return [...new Set(own.map(idOf))].map((id) => ({
      ...{ subject, log, id, events: own.filter((recorded) => idOf(recorded) === id) },
    }))
  })

const partsOf = (event: DomainEvent, erased: ReadonlySet<string>): ReadonlyArray<PartToReplay> =>
  Object.entries(event.sealed).map(([name, part]: readonly [string, { _tag: string; value?: unknown }]) => {
    const scope = (event.open as Readonly<Record<string, unknown>>)[name] as ScopeId
    const named = { class: name as ScopeClass, scope }
    return part._tag === 'Erased' || erased.has(scope)
      ? { ...named, status: 'erased', certificate: null }
      : { ...named, status: 'plain', value: part.value }
  })

const toReplay = (events: ReadonlyArray<RecordedEvent>, erased: ReadonlySet<string>): ReadonlyArray<EventToReplay> =>
  events.map(({ event, recorded, position }, revision) => ({
    ...{ revision, position, type: event.type, recorded, open: event.open, parts: partsOf(event, erased) },
  }))

const replayAt = (stream: StreamOfHistory, at: ReplayPoint, erased: ReadonlySet<string>) => {
  const { subject, log, id } = stream
  const events = toReplay(stream.events, erased).filter((event) =>
    isWithinReplay(log, at)({ ...event, position: event.position as Position }),
  )
  return replayStream(eventTable)(subject, id)({ log, stream: id, events }).facts
}

/** What the library itself made of the stream, one event after the other, by the end of each day with events. */
const seenByDay = ({ subject, id, events }: StreamOfHistory): ReadonlyMap<string, ReadonlyArray<ReplayFact>> => {
  let state: StateInReplay = initialStateOfSubject(subject, id)
  const seen = new Map<string, ReadonlyArray<ReplayFact>>()
  for (const { event, recorded } of events) {
    state = state.after(event)
    seen.set(
      recorded,
      state.facts((name) => ({ status: 'erased', class: name, certificate: null })),
    )
  }
  return seen
}

const keyOf = ({ name, of }: ReplayFact): string => `${name} ${of ?? ''}`

/**
 * Where two lists of facts differ though nothing of it was erased: each fact of the replay is what was seen, or says that it
 * is erased; and what the replay lacks is about something of which it says so.
 */
const differences = (seen: ReadonlyArray<ReplayFact>, replayed: ReadonlyArray<ReplayFact>): ReadonlyArray<unknown> => {
  const seenByKey = new Map(seen.map((fact) => [keyOf(fact), fact.value]))
  const replayedKeys = new Set(replayed.map(keyOf))
  const unread = new Set(replayed.filter(({ value }) => value.status !== 'plain').map(({ of }) => of))
  const changed = replayed.filter(
    (fact) =>
      fact.value.status === 'plain' && JSON.stringify(fact.value) !== JSON.stringify(seenByKey.get(keyOf(fact))),
  )
  const missing = seen.filter((fact) => !replayedKeys.has(keyOf(fact)) && !unread.has(fact.of))
  return [...changed, ...missing]
}

const arbitraryErasure = fc.record({
  history: arbitraryHistory(),
  share: fc.array(fc.nat(9), { minLength: 7, maxLength: 7 }),
  chance: fc.integer({ min: 0, max: 9 }),
})

const pointOf = (log: LogName, recorded: string): ReplayPoint => ({
  ...{ _tag: 'Day', day: (log === 'persons' ? `${recorded}-01` : recorded) as Day },
})

describe('a replay of a past day', () => {
  it('is the state that was seen then, when nothing was erased since', () => {
    fc.assert(
      fc.property(arbitraryHistory(), (history) => {
        for (const stream of streamsOf(history))
          for (const [recorded, seen] of seenByDay(stream))
            expect(replayAt(stream, pointOf(stream.log, recorded), new Set())).toEqual(seen)
      }),
    )
  })

  it('is the state that was seen then but for what was erased since, and says what that is', () => {
    fc.assert(
      fc.property(arbitraryErasure, ({ history, share, chance }) => {
        const chosen = history.scopes.filter((_, at) => (share[at % share.length] ?? 0) < chance)
        const erased = idsWithChildScopes(history)(chosen)
        for (const stream of streamsOf(history))
          for (const [recorded, seen] of seenByDay(stream)) {
            const replayed = replayAt(stream, pointOf(stream.log, recorded), erased)
            expect(differences(seen, replayed)).toEqual([])
          }
      }),
    )
  })

  it('is right in all that it shows to an auditor, from whom everything sealed is withheld', () => {
    fc.assert(
      fc.property(arbitraryHistory(), (history) => {
        const sealed = new Set(history.scopes.map(({ scope }) => scope))
        for (const stream of streamsOf(history))
          for (const [recorded, seen] of seenByDay(stream))
            expect(differences(seen, replayAt(stream, pointOf(stream.log, recorded), sealed))).toEqual([])
      }),
    )
  })

  it('has an erased value and a value that is kept in the histories of these tests', () => {
    const statuses = new Set<string>()
    for (const { history, share } of fc.sample(arbitraryErasure, { numRuns: 200, seed: 1 })) {
      const chosen = history.scopes.filter((_, at) => (share[at % share.length] ?? 0) < 4)
      for (const stream of streamsOf(history))
        for (const { value } of replayAt(stream, { _tag: 'Now' }, idsWithChildScopes(history)(chosen)))
          statuses.add(`${stream.subject} ${value.status}`)
    }
    expect([...statuses].sort()).toEqual(
      Object.keys(streams)
        .flatMap((subject) => [`${subject} erased`, `${subject} plain`])
        .sort(),
    )
  })

  it('at a position and at a revision has the events up to it alone', () => {
    fc.assert(
      fc.property(arbitraryHistory(), fc.nat(200), (history, place) => {
        for (const stream of streamsOf(history)) {
          const revision = place % stream.events.length
          const { position } = stream.events[revision] as RecordedEvent
          expect(replayAt(stream, { _tag: 'Position', position }, new Set())).toEqual(
            replayAt(stream, { _tag: 'Revision', revision }, new Set()),
          )
        }
      }),
    )
  })
})
