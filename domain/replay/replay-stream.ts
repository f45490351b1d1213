import { classesOfNewestVersion, type EventTable } from '../event/decode-event-parts'
import { toEvolvedEvent, type EventToReplay, type StreamToReplay } from './event-to-replay'
import type { ReplayFact } from './replay-fact'
import { changesBetween, type ReplayStep } from './replay-steps'
import { initialStateOfSubject, type ReplaySubject } from './replay-subject'
import type { UnreadValue } from './replayed-value'
import { whyUnreadOf, type WhyUnread } from './scope-readings'
import type { StateInReplay } from './state-in-replay'

/** A replayed record: its state, and the events that made it. */
export interface Replay {
  readonly facts: ReadonlyArray<ReplayFact>
  readonly steps: ReadonlyArray<ReplayStep>
  /** How many of its events are damaged. The state is without what they said. */
  readonly damagedEvents: number
}

const unreadPartsOf = (events: ReadonlyArray<EventToReplay>): ReadonlyMap<string, UnreadValue> => {
  const unread = new Map<string, UnreadValue>()
  for (const { parts } of events) for (const part of parts) if (part.status !== 'plain') unread.set(part.scope, part)
  return unread
}

/** The facts of a state, computed when they are first asked for. */
const factsOnce = (state: StateInReplay, whyUnread: WhyUnread): (() => ReadonlyArray<ReplayFact>) => {
  let facts: ReadonlyArray<ReplayFact> | undefined
  return () => (facts ??= state.facts(whyUnread))
}

const isAbout = (subject: ReplaySubject, id: string) => (event: EventToReplay) =>
  subject !== 'reservation' || event.damaged !== undefined || event.open['reservation'] === id

/**
 * Replays a stream: folds its events by the `evolve` of the aggregate, one after the other. A damaged event changes
 * nothing, as it changes nothing in the library. Of a reservation the whole queue is folded, and the events of that
 * reservation are the steps.
 */
export const replayStream =
  (eventTable: EventTable) =>
  (subject: ReplaySubject, id: string) =>
  ({ events }: StreamToReplay): Replay => {
    const whyUnread = whyUnreadOf(unreadPartsOf(events))
    const steps: ReplayStep[] = []
    let state = initialStateOfSubject(subject, id)
    let facts = factsOnce(state, whyUnread)
    for (const event of events) {
      const before = facts
      if (event.damaged === undefined) {
        state = state.after(toEvolvedEvent(event, classesOfNewestVersion(eventTable)(event.type)))
        facts = factsOnce(state, whyUnread)
      }
      const after = facts
      if (isAbout(subject, id)(event)) steps.push({ event, changes: () => changesBetween(before())(after()) })
    }
    const damagedEvents = events.filter(({ damaged }) => damaged !== undefined).length
    return { facts: facts(), steps, damagedEvents }
  }
