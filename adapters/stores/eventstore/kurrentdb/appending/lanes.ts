import type { EventStoreDBClient } from '@eventstore/db-client'
import type streams from '@eventstore/db-client/generated/streams_pb.js'
import type { Expected, Position, Revision } from '../../../../../domain/ports/event-store'
import { appendRequests, type Packed } from './append-request'
import { openLane, type Lane } from './lane'
import { positionOf } from '../position'
import { within } from '../calling/within'

/** Where an append ended; without a position when the server knows the events but not yet where they stand. */
export interface Written {
  readonly revision: Revision
  readonly position: Position | undefined
}

/** Appends by several lanes at a time: when one breaks off, the next append by it opens a new one. */
export interface Lanes {
  readonly append: (name: string, expected: Exclude<Expected, 'any'>, events: ReadonlyArray<Packed>) => Promise<Written>
  readonly close: () => void
}

/**
 * How many lanes there are at most. gRPC keeps each message of a lane until the one before has gone out, a turn of the
 * event loop later; in a busy process the appends of a single lane would go at the pace of its turns.
 */
const most = 16

/** A call is told from the others of its lane by a number, written as the UUID that the server asks for. */
const callId = (call: number): string => `00000000-0000-4000-8000-${call.toString(16).padStart(12, '0')}`

/** One lane after another. */
const lasting = (client: EventStoreDBClient, deadline: number) => {
  let [calls, underWay] = [0, 0]
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
    underWay: () => underWay,
    send: async (
      name: string,
      messages: (call: string) => ReadonlyArray<streams.BatchAppendReq>,
    ): Promise<streams.BatchAppendResp.Success> => {
      const call = callId((calls += 1))
      underWay += 1
      const used = lane()
      const sent = used.then((open) => open.send(call, name, messages(call)))
      return within(deadline, sent).finally(() => {
        underWay -= 1
        used.then(
          (open) => open.forget(call),
          () => undefined,
        )
      })
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

export const lanesOf = (client: EventStoreDBClient, deadline: number): Lanes => {
  const all = Array.from({ length: most }, () => lasting(client, deadline))
  const leastBusy = () => all.reduce((one, other) => (other.underWay() < one.underWay() ? other : one))
  return {
    append: async (name, expected, events) => {
      const success = await leastBusy().send(name, (call) => appendRequests(call, name, expected, events))
      const commit = success.getPosition()?.getCommitPosition()
      return {
        revision: Number(success.getCurrentRevision()),
        position: commit === undefined ? undefined : positionOf(commit),
      }
    },
    close: () => {
      for (const { close } of all) close()
    },
  }
}
