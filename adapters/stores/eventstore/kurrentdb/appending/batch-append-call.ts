import { UnavailableError, convertToCommandError, type EventStoreDBClient } from '@eventstore/db-client'
import { unpackToCommandError } from '@eventstore/db-client/dist/streams/appendToStream/unpackError.js'
import grpc from '@eventstore/db-client/generated/streams_grpc_pb.js'
import type streams from '@eventstore/db-client/generated/streams_pb.js'
import { leaderCallOptions } from '../calling/run-kurrent-read-request'

interface PendingCall {
  readonly streamName: string
  readonly resolve: (success: streams.BatchAppendResp.Success) => void
  readonly reject: (error: Error) => void
}

/** A gRPC call `batchAppend` that stays open and sends many appends, with the appends that wait for an answer. */
export interface BatchAppendCall {
  /** Sends one append under a correlation id. Rejects with the client's error when the call breaks. */
  readonly send: (
    correlationId: string,
    streamName: string,
    messages: ReadonlyArray<streams.BatchAppendReq>,
  ) => Promise<streams.BatchAppendResp.Success>
  /** Stops waiting for an answer. */
  readonly discard: (correlationId: string) => void
  /** Closes the call when all pending appends are answered. */
  readonly closeWhenAnswered: () => void
}

const answerPending = (pending: Map<string, PendingCall>, response: streams.BatchAppendResp): void => {
  const correlationId = response.getCorrelationId()?.getString() ?? ''
  const pendingCall = pending.get(correlationId)
  // The answer came too late or twice.
  if (pendingCall === undefined) return
  pending.delete(correlationId)
  const [success, error] = [response.getSuccess(), response.getError()]
  if (success !== undefined) pendingCall.resolve(success)
  else
    pendingCall.reject(
      error?.getDetails() === undefined ? new UnavailableError() : unpackToCommandError(error, pendingCall.streamName),
    )
}

/**
 * Opens a call on a client's connection; calls `onBroken` when the call takes no more appends.
 *
 * It replaces the client's `appendToStream`, which keeps the pending appends of all clients of the process in one table.
 * There the failure of one call rejects the appends of all, and a late answer throws an uncaught exception, which ends
 * the process. The client also has no deadline, and answers a wrong revision with `throwOnAppendFailure=false`. Here each
 * call has its own table, and late answers are ignored.
 */
export const openKurrentBatchAppendCall = async (
  client: EventStoreDBClient,
  onBroken: () => void,
): Promise<BatchAppendCall> => {
  const pending = new Map<string, PendingCall>()
  let isClosing = false
  const rejectAll = (error: Error): void => {
    onBroken()
    const pendingCalls = [...pending.values()]
    pending.clear()
    for (const pendingCall of pendingCalls) pendingCall.reject(convertToCommandError(error))
  }
  const grpcStream = await client['GRPCStreamCreator'](grpc.StreamsClient, 'batchAppend', (service) =>
    service
      .batchAppend(...client['callArguments'](leaderCallOptions, { deadline: Infinity }))
      .on('data', (response: streams.BatchAppendResp) => {
        answerPending(pending, response)
        cancelIfAnswered()
      })
      .on('error', rejectAll)
      .on('end', () => rejectAll(new UnavailableError())),
  )()
  // Cancel and not end: the server never closes a call that the client has ended, and the process would not exit.
  const cancelIfAnswered = (): void => {
    if (isClosing && pending.size === 0) grpcStream.cancel()
  }
  return {
    send: (correlationId, streamName, messages) =>
      new Promise((resolve, reject) => {
        pending.set(correlationId, { streamName, resolve, reject })
        for (const message of messages) grpcStream.write(message)
      }),
    discard: (correlationId) => {
      pending.delete(correlationId)
      cancelIfAnswered()
    },
    closeWhenAnswered: () => {
      isClosing = true
      cancelIfAnswered()
    },
  }
}
