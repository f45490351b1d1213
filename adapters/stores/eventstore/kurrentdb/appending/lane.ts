import { UnavailableError, convertToCommandError, type EventStoreDBClient } from '@eventstore/db-client'
import { unpackToCommandError } from '@eventstore/db-client/dist/streams/appendToStream/unpackError.js'
import grpc from '@eventstore/db-client/generated/streams_grpc_pb.js'
import type streams from '@eventstore/db-client/generated/streams_pb.js'
import { toLeader } from '../calling/call'

interface Waiting {
  readonly name: string
  readonly answered: (success: streams.BatchAppendResp.Success) => void
  readonly lost: (error: Error) => void
}

/** One stream of appends to the server, and those that wait for its answers. */
export interface Lane {
  /** Sends one append, known by the id of its call. Rejects with the client's error when the lane breaks off. */
  readonly send: (
    call: string,
    name: string,
    messages: ReadonlyArray<streams.BatchAppendReq>,
  ) => Promise<streams.BatchAppendResp.Success>
  /** Nobody waits for this answer any longer. */
  readonly forget: (call: string) => void
  /** Ends once the server has answered what is under way. */
  readonly end: () => void
}

const settle = (waiting: Map<string, Waiting>, answer: streams.BatchAppendResp): void => {
  const call = answer.getCorrelationId()?.getString() ?? ''
  const one = waiting.get(call)
  // An answer for which nobody waits came too late, or twice.
  if (one === undefined) return
  waiting.delete(call)
  const [success, error] = [answer.getSuccess(), answer.getError()]
  if (success !== undefined) one.answered(success)
  else one.lost(error?.getDetails() === undefined ? new UnavailableError() : unpackToCommandError(error, one.name))
}

/**
 * Opens a lane on a client's connection; `broken` is told when it takes no more.
 *
 * The client has a lane of its own behind `appendToStream`, which this replaces: there one table, shared by every
 * client of the process, holds all that wait. A failure of any lane rejects them all, and a later answer to one of
 * them throws where nobody can catch it, which ends the process. It has no deadline either, and with
 * `throwOnAppendFailure=false` tells a wrong revision. Here each lane has its own table and a late answer is passed over.
 */
export const openLane = async (client: EventStoreDBClient, broken: () => void): Promise<Lane> => {
  const waiting = new Map<string, Waiting>()
  let ending = false
  const breakOff = (error: Error): void => {
    broken()
    const lost = [...waiting.values()]
    waiting.clear()
    for (const one of lost) one.lost(convertToCommandError(error))
  }
  const lane = await client['GRPCStreamCreator'](grpc.StreamsClient, 'batchAppend', (service) =>
    service
      .batchAppend(...client['callArguments'](toLeader, { deadline: Infinity }))
      .on('data', (answer: streams.BatchAppendResp) => {
        settle(waiting, answer)
        endIfDone()
      })
      .on('error', breakOff)
      .on('end', () => breakOff(new UnavailableError())),
  )()
  // A lane that is merely told of its end the server keeps open for ever, and the process with it.
  const endIfDone = (): void => {
    if (ending && waiting.size === 0) lane.cancel()
  }
  return {
    send: (call, name, messages) =>
      new Promise((answered, lost) => {
        waiting.set(call, { name, answered, lost })
        for (const message of messages) lane.write(message)
      }),
    forget: (call) => {
      waiting.delete(call)
      endIfDone()
    },
    end: () => {
      ending = true
      endIfDone()
    },
  }
}
