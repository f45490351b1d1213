import { setImmediate } from 'node:timers/promises'
import * as E from 'fp-ts/Either'
import type { MessageId } from '../../../domain/values/ids'
import type { MessageSendingPorts, PendingMessage } from './message-sending-ports'

/**
 * The pending messages that are to be tried now, those of the oldest day first, read page by page. Once all are read, what
 * is known of others is dropped from memory. Requests are answered between two messages. Returns whether all were read.
 */
export const messagesToTry = async function* <Row extends PendingMessage>({
  pageOfPending,
  waits,
  unrecorded,
}: MessageSendingPorts<Row>): AsyncGenerator<Row, boolean, undefined> {
  const pending = new Set<MessageId>()
  for (let last: Row | undefined; ;) {
    const page = await pageOfPending(last)()
    if (E.isLeft(page)) return false
    if (page.right.length === 0) break
    for (const row of page.right) {
      pending.add(row.message)
      if (!waits.isDue(row.message)) continue
      await setImmediate()
      yield row
    }
    last = page.right.at(-1)
  }
  waits.keepOnly(pending)
  for (const message of unrecorded.keys()) if (!pending.has(message)) unrecorded.delete(message)
  return true
}
