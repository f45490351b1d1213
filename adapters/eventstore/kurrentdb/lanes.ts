import type { EventStoreDBClient } from '@eventstore/db-client'
import type { Expected, Position, Revision } from '../../../domain/ports/event-store'
import { appendRequests, type Packed } from './append-request'
import { openLane, type Lane } from './lane'
import { positionOf } from './position'
import { within } from './within'

/** Where an append ended; without a position when the server knows the events but not yet where they stand. */
export interface Written {
  readonly revision: Revision
  readonly position: Position | undefined
}

/** Appends by one lane after another: when one breaks off, the next append opens a new one. */
export interface Lanes {
  readonly append: (name: string, expected: Exclude<Expected, 'any'>, events: ReadonlyArray<Packed>) => Promise<Written>
  readonly close: () => void
}

/** A call is told from the others of its lane by a number, written as the UUID that the server asks for. */
const callId = (call: number): string => `00000000-0000-4000-8000-${call.toString(16).padStart(12, '0')}`

export const lanesOf = (client: EventStoreDBClient, deadline: number): Lanes => {
  let calls = 0
  let current: Promise<Lane> | undefined
  const lane = (): Promise<Lane> => {
    if (current !== undefined) return current
    const forget = () => {
      if (current === opening) current = undefined
    }
    const opening = openLane(client, forget)
    opening.catch(forget)
    return (current = opening)
  }
  return {
    append: async (name, expected, events) => {
      const call = callId((calls += 1))
      const messages = appendRequests(call, name, expected, events)
      const used = lane()
      const sent = used.then((open) => open.send(call, name, messages))
      const success = await within(deadline, sent).finally(
        () =>
          void used.then(
            (open) => open.forget(call),
            () => undefined,
          ),
      )
      const commit = success.getPosition()?.getCommitPosition()
      return {
        revision: Number(success.getCurrentRevision()),
        position: commit === undefined ? undefined : positionOf(commit),
      }
    },
    close: () => {
      current?.then(
        (open) => open.end(),
        () => undefined,
      )
      current = undefined
    },
  }
}
