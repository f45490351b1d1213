import { convertToCommandError, type EventStoreDBClient } from '@eventstore/db-client'
import grpc from '@eventstore/db-client/generated/streams_grpc_pb.js'
import type streams from '@eventstore/db-client/generated/streams_pb.js'
import { withTimeout } from './with-timeout'

/** Takes what the caller wants from one response; undefined when the response holds nothing of it. */
export type KurrentReadResponseMapper<A> = (answer: streams.ReadResp) => A | undefined

/**
 * A read with an end. It maps each response as it arrives: keeping the client's messages until the end of a page doubles
 * the cost, by garbage collection.
 */
export type RunKurrentReadRequest = <A>(
  request: streams.ReadReq,
  mapResponse: KurrentReadResponseMapper<A>,
) => Promise<ReadonlyArray<A>>

/** All calls go to the leader, so that reads see every acknowledged append. Other nodes redirect the client to it. */
export const leaderCallOptions = { requiresLeader: true }

/**
 * Calls the gRPC read service on the client's connection (discovery, credentials, redirection to the leader). It does not
 * use the client's read methods: they ignore their deadline and cannot filter.
 */
export const createReadCall =
  (client: EventStoreDBClient, callTimeout: number): RunKurrentReadRequest =>
  <A>(request: streams.ReadReq, mapResponse: KurrentReadResponseMapper<A>) => {
    const answered = new Promise<ReadonlyArray<A>>((resolve, reject) => {
      const results: Array<A> = []
      const addResult = (answer: streams.ReadResp): void => {
        try {
          const result = mapResponse(answer)
          if (result !== undefined) results.push(result)
        } catch (error) {
          reject(error instanceof Error ? error : new Error('a response cannot be read'))
        }
      }
      const rejectAsLost = (error: Error) => reject(convertToCommandError(error))
      client['GRPCStreamCreator'](grpc.StreamsClient, 'read', (service) =>
        service
          .read(request, ...client['callArguments'](leaderCallOptions, { deadline: Date.now() + callTimeout }))
          .on('data', addResult)
          .on('error', rejectAsLost)
          .on('end', () => resolve(results)),
      )().catch(rejectAsLost)
    })
    return withTimeout(callTimeout, answered)
  }
