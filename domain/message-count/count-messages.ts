import { either as E } from 'fp-ts'
import type { Either } from 'fp-ts/Either'
import type { BorrowerId, MessageCountId } from '../values/ids'
import type { Month } from '../values/month'
import { MessagesCounted } from './events/messages-counted'
import { paddingOfCounts, type MessageCount } from './message-count'

/** Counts the messages to a borrower in a month, as part of its closing. */
export interface CountMessages {
  readonly type: 'CountMessages'
  readonly messageCount: MessageCountId
  readonly borrower: BorrowerId
  readonly month: Month
  readonly counts: ReadonlyArray<MessageCount>
}

export interface MessageCountState {
  readonly _tag: 'Uncounted' | 'Counted'
}

/** Never refused: a repeat changes nothing. */
export const decideCountMessages =
  ({ messageCount, borrower, month, counts }: CountMessages) =>
  ({ _tag }: MessageCountState): Either<never, ReadonlyArray<MessagesCounted>> => {
    const part = { borrower, counts, padding: paddingOfCounts(counts) }
    return E.right(_tag === 'Counted' ? [] : [MessagesCounted({ messageCount, month }, { messageCount: part })])
  }
