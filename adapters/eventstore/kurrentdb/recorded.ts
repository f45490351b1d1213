import type streams from '@eventstore/db-client/generated/streams_pb.js'
import type { EventId } from '../../../domain/language/ids'
import type { Page, RecordedEvent } from '../../../domain/ports/event-store'
import type { Answers } from './call'
import { unpack } from './content'
import { thrown, unavailable } from './failure'
import type { Names } from './names'
import { positionOf } from './position'

const notOurs = () => thrown(unavailable('an event among those of the log was written by something else'))

const recordedEvent =
  (names: Names) =>
  (event: streams.ReadResp.ReadEvent.RecordedEvent): RecordedEvent => {
    const content = unpack(event.getData_asU8())
    if (content === undefined) throw notOurs()
    return {
      ...content,
      id: (event.getId()?.getString() ?? '') as EventId,
      type: event.getMetadataMap().get('type') ?? '',
      stream: names.inLog(Buffer.from(event.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString()),
      revision: Number(event.getStreamRevision()),
      position: positionOf(event.getCommitPosition()),
    }
  }

/** The events among the answers of a call; an answer that a stream does not exist is no event. */
export const pageOf = (names: Names): ((answers: Answers) => Page) => {
  const recorded = recordedEvent(names)
  return (answers) =>
    answers.flatMap((answer) => {
      const event = answer.getEvent()?.getEvent()
      return event === undefined ? [] : [recorded(event)]
    })
}
