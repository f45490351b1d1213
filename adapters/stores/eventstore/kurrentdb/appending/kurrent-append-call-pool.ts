import type { EventStoreDBClient } from '@eventstore/db-client'
import type streams from '@eventstore/db-client/generated/streams_pb.js'
import type { ExpectedRevision, Position, Revision } from '../../../../../domain/ports/event-store'
import { batchAppendMessagesOf, type EncodedEvent } from './batch-append-messages-of'
import { openKurrentBatchAppendCall, type BatchAppendCall } from './batch-append-call'
import { positionOfCommit } from '../commit-position'
import { withTimeout } from '../calling/with-timeout'

/** The server's answer to an append; it has no position when the server recognises a very recent repeat. */
interface KurrentAppendResult {
  readonly revision: Revision
  readonly position: Position | undefined
}

/** Spreads appends over several calls. A call that breaks is opened again by the next append. */
export interface AppendCallPool {
  readonly append: (
    name: string,
    expected: Exclude<ExpectedRevision, 'any'>,
    events: ReadonlyArray<EncodedEvent>,
  ) => Promise<KurrentAppendResult>
  readonly close: () => void
}

/**
 * The most open calls. On each call gRPC sends one message a turn of the event loop, so in a busy process a single call
 * would limit the rate of appends.
 */
const maxCalls = 16

/** A number that identifies an append on its call, in the form of a UUID, as the server requires. */
const correlationIdOf = (call: number): string => `00000000-0000-4000-8000-${call.toString(16).padStart(12, '0')}`

/** One call, opened again after it broke. */
const reopeningCall = (client: EventStoreDBClient, callTimeout: number) => {
  let [lastCorrelation, pending] = [0, 0]
  let current: Promise<BatchAppendCall> | undefined
  const currentCall = (): Promise<BatchAppendCall> => {
    if (current !== undefined) return current
    const discardCurrent = () => {
      if (current === opening) current = undefined
    }
    const opening = openKurrentBatchAppendCall(client, discardCurrent)
    opening.catch(discardCurrent)
    return (current = opening)
  }
  return {
    pending: () => pending,
    send: async (
      name: string,
      messages: (call: string) => ReadonlyArray<streams.BatchAppendReq>,
    ): Promise<streams.BatchAppendResp.Success> => {
      const call = correlationIdOf((lastCorrelation += 1))
      pending += 1
      const appendCall = currentCall()
      const sent = appendCall.then((open) => open.send(call, name, messages(call)))
      return withTimeout(callTimeout, sent).finally(() => {
        pending -= 1
        appendCall.then(
          (open) => open.discard(call),
          () => undefined,
        )
      })
    },
    close: () => {
      current?.then(
        (open) => open.closeWhenAnswered(),
        () => undefined,
      )
      current = undefined
    },
  }
}

export const createKurrentAppendCallPool = (client: EventStoreDBClient, callTimeout: number): AppendCallPool => {
  const calls = Array.from({ length: maxCalls }, () => reopeningCall(client, callTimeout))
  const leastBusy = () => calls.reduce((one, other) => (other.pending() < one.pending() ? other : one))
  return {
    append: async (name, expected, events) => {
      const success = await leastBusy().send(name, (call) => batchAppendMessagesOf(call, name, expected, events))
      const commit = success.getPosition()?.getCommitPosition()
      return {
        revision: Number(success.getCurrentRevision()),
        position: commit === undefined ? undefined : positionOfCommit(commit),
      }
    },
    close: () => {
      for (const { close } of calls) close()
    },
  }
}
