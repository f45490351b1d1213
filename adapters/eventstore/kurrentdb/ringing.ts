import type { EventStoreDBClient } from '@eventstore/db-client'
import grpc from '@eventstore/db-client/generated/streams_grpc_pb.js'
import type streams from '@eventstore/db-client/generated/streams_pb.js'
import { toLeader } from './call'

/** A live subscription on the server, of which no more is wanted than that it rings. */
export interface Ringing {
  /** Ends once it has been broken off, by the server or from here. */
  readonly ended: Promise<void>
  readonly breakOff: () => void
}

/**
 * Rings for every answer of a subscription: that it stands, and each event. What was appended before it stood is for
 * the listener to look for. The client never takes up a broken subscription again, nor does this.
 */
export const ringFor = (
  client: EventStoreDBClient,
  request: streams.ReadReq,
  ring: (answer: streams.ReadResp) => void,
): Ringing => {
  let wanted = true
  let breakOff = (): void => void (wanted = false)
  const ended = new Promise<void>((end) => {
    client['GRPCStreamCreator'](grpc.StreamsClient, 'read', (service) => {
      const stream = service.read(request, ...client['callArguments'](toLeader, { deadline: Infinity }))
      breakOff = () => stream.cancel()
      if (!wanted) breakOff()
      return stream
        .on('data', ring)
        .on('error', () => end())
        .on('end', () => end())
    })().catch(() => end())
  })
  return { ended, breakOff: () => breakOff() }
}
