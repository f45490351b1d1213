import * as E from 'fp-ts/Either'
import type { Undecodable } from '../../../domain/event/decode-event-parts'
import { categoryOfStream, type StreamCategory } from '../../../domain/event/stream'
import type { SealedEvent } from '../../../domain/command-handling/open-event'
import { Day } from '../../../domain/values/day'
import { Month } from '../../../domain/values/month'

/** By stream category, the open member that holds the id of the stream. */
const memberWithIdOf: Readonly<Record<StreamCategory, string>> = {
  copy: 'copy',
  title: 'title',
  parallel: 'parallelReservation',
  fee: 'fee',
  payment: 'payment',
  message: 'message',
  notice: 'notice',
  messagecount: 'messageCount',
  access: 'access',
  receipt: 'receipt',
  hold: 'hold',
  disclosure: 'disclosure',
  footage: 'footage',
  viewing: 'viewing',
  day: 'day',
  month: 'month',
  import: 'import',
  erasure: 'run',
  loss: 'loss',
  epoch: 'epoch',
  borrower: 'borrower',
  guardianpapers: 'endedIn',
  serverlog: 'day',
  serverlogopening: 'serverLogOpening',
  visitors: 'month',
}

const undecodable = ({ log, stored: { stream, revision } }: SealedEvent, reason: string): Undecodable => ({
  _tag: 'Undecodable',
  reason,
  at: { log, stream, revision },
})

/**
 * Checks what an event says of its own place: the id of its stream, and the form of the day (in *persons*: the month) of
 * recording. So a changed day never closes a day or starts the clock of a deletion. The schedule refuses an `ErasureDue`
 * in another stream.
 */
export const checkEventPlace = (event: SealedEvent): E.Either<Undecodable, SealedEvent> => {
  const { stream, recorded, type } = event.stored
  const category = categoryOfStream(stream)
  const member = (memberWithIdOf as Readonly<Record<string, string | undefined>>)[category]
  const isInItsStream = member !== undefined && event.open[member] === stream.slice(category.length + 1)
  if (!isInItsStream && type !== 'ErasureDue')
    return E.left(undecodable(event, 'the event is about something else than its stream'))
  const dateCodec = event.log === 'circulation' ? Day : Month
  return dateCodec.is(recorded)
    ? E.right(event)
    : E.left(undecodable(event, 'the day or month of recording has another form'))
}
