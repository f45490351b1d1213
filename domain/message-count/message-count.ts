import * as t from 'io-ts'
import { canonicalJson } from '../event/canonical-json'
import { exactRecord } from '../event/exact-record'
import { MessageKind } from '../message/message-kind'
import { NoticeKind } from '../notice/notice-kind'

/** How many messages of a kind a borrower got in a month. */
export const MessageCount = exactRecord('MessageCount', {
  kind: t.union([MessageKind, NoticeKind]),
  number: t.number,
})
export type MessageCount = t.TypeOf<typeof MessageCount>

/** The size of the counts of a month as JSON, in bytes: all characters are ASCII. */
export const messageCountsBytes = 900

/** Fills counts up to one size, so that it does not tell how much somebody was written to. */
export const paddingOfCounts = (counts: ReadonlyArray<MessageCount>): string =>
  ' '.repeat(Math.max(0, messageCountsBytes - canonicalJson(counts).length))
