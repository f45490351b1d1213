import { convertToCommandError, type EventStoreDBClient } from '@eventstore/db-client'
import grpc from '@eventstore/db-client/generated/streams_grpc_pb.js'
import type streams from '@eventstore/db-client/generated/streams_pb.js'
import { within } from './within'

export type Answers = ReadonlyArray<streams.ReadResp>

/** Asks for something that ends, and answers it whole. */
export type Call = (request: streams.ReadReq) => Promise<Answers>

/** Every call goes to the leader, so that what was acknowledged is read; another node names it, and the client turns there. */
export const toLeader = { requiresLeader: true }

/**
 * Calls of the read service on a client's own connection. The client's methods for it ignore the deadline they are
 * given, and cannot filter; its connection (discovery, credentials, turning to another node) is all that is needed.
 */
export const calling =
  (client: EventStoreDBClient, deadline: number): Call =>
  (request) => {
    const answered = new Promise<Answers>((resolve, reject) => {
      const answers: Array<streams.ReadResp> = []
      const lost = (error: Error) => reject(convertToCommandError(error))
      client['GRPCStreamCreator'](grpc.StreamsClient, 'read', (service) =>
        service
          .read(request, ...client['callArguments'](toLeader, { deadline: Date.now() + deadline }))
          .on('data', (answer: streams.ReadResp) => answers.push(answer))
          .on('error', lost)
          .on('end', () => resolve(answers)),
      )().catch(lost)
    })
    return within(deadline, answered)
  }
