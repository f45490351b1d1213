import { noticeDecider } from '../../domain/notice/notice-decider'
import { arbitraryNoticeStream, noticeCommands } from '../arbitrary/arbitrary-notice-stream'
import { testAggregateErasureLaw } from './aggregate-erasure-law'

testAggregateErasureLaw({
  aggregate: 'notice',
  decider: noticeDecider,
  streams: arbitraryNoticeStream,
  ends: { notice: { NoticeSent: 'notice' } },
  types: ['NoticeMade', 'NoticeSent', 'NoticeFailed'],
  commands: noticeCommands,
})
