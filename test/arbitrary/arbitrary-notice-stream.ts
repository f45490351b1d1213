import fc, { type Arbitrary } from 'fast-check'
import type { NoticeCommand } from '../../domain/notice/decide-notice-command'
import { noticeDecider } from '../../domain/notice/notice-decider'
import { exampleMakeNotice, exampleWarning, noticeId } from '../fixtures/example-notices'
import { arbitraryStream } from './arbitrary-stream'

const notice = noticeId(1)

const arbitraryNoticeCommand: Arbitrary<NoticeCommand> = fc.constantFrom<NoticeCommand>(
  exampleMakeNotice,
  exampleWarning,
  { type: 'RecordNoticeSent', notice, channel: 'sms', address: '20123456' },
  { type: 'RecordNoticePrinted', notice },
  { type: 'RecordNoticeFailed', notice, reason: 'noContactInformation' },
)

/** Streams of a notice. */
export const arbitraryNoticeStream = arbitraryStream(
  noticeDecider,
  arbitraryNoticeCommand.map((command) => () => command),
)

export const noticeCommands: ReadonlyArray<() => NoticeCommand> = fc
  .sample(arbitraryNoticeCommand, { numRuns: 40, seed: 7 })
  .map((command) => () => command)
