import { convertToCommandError, type EventStoreDBClient } from '@eventstore/db-client'
import grpc from '@eventstore/db-client/generated/streams_grpc_pb.js'
import type streams from '@eventstore/db-client/generated/streams_pb.js'
import { within } from './within'

/** What is wanted of one answer of a call, if anything. */
export type Take<A> = (answer: streams.ReadResp) => A | undefined

/**
 * Asks for something that ends, and answers what was taken of it. Each answer is taken as it comes: a page of the
 * client's own messages kept together costs as much again in collecting the garbage.
 */
export type Call = <A>(request: streams.ReadReq, take: Take<A>) => Promise<ReadonlyArray<A>>

/** Every call goes to the leader, so that what was acknowledged is read; another node names it, and the client turns there. */
export const toLeader = { requiresLeader: true }

/**
 * Calls of the read service on a client's own connection. The client's methods for it ignore the deadline they are
 * given, and cannot filter; its connection (discovery, credentials, turning to another node) is all that is needed.
 */
export const calling =
  (client: EventStoreDBClient, deadline: number): Call =>
  <A>(request: streams.ReadReq, take: Take<A>) => {
    const answered = new Promise<ReadonlyArray<A>>((resolve, reject) => {
      const taken: Array<A> = []
      const keep = (answer: streams.ReadResp): void => {
        try {
          const one = take(answer)
          if (one !== undefined) taken.push(one)
        } catch (error) {
          reject(error instanceof Error ? error : new Error('an answer cannot be taken'))
        }
      }
      const lost = (error: Error) => reject(convertToCommandError(error))
      client['GRPCStreamCreator'](grpc.StreamsClient, 'read', (service) =>
        service
          .read(request, ...client['callArguments'](toLeader, { deadline: Date.now() + deadline }))
          .on('data', keep)
          .on('error', lost)
          .on('end', () => resolve(taken)),
      )().catch(lost)
    })
    return within(deadline, answered)
  }
