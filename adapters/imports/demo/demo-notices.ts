import { handleCommand } from '../../../domain/command-handling/handle-command'
import { noticeAggregate } from '../../../domain/notice/notice-aggregate'
import { makeNoticeWithId } from '../../../domain/use-cases/make-notice'
import type { NoticeId } from '../../../domain/values/ids'
import { addMonths, monthOf } from '../../../domain/values/month'
import { noticesToPrint } from '../../../projections/notices/notice-queries'
import type { RunningLibrary } from '../../processes/running-library/running-library'
import { demoStepOrThrow } from './demo-step-or-throw'
import { exampleBorrowers } from './demo-records-for-examples'
import { idOfDemoBorrower } from './run-use-cases-in-demo'

/** A borrower whose e-mail address is refused is told of an erasure by letter. Without one to print, it is made anew. */
export const renewDemoNoticeLetter = async (library: RunningLibrary): Promise<void> => {
  if (noticesToPrint(library.rows).length > 0) return
  const { commandHandling } = library.useCaseDependencies
  const month = monthOf(commandHandling.clock.today())
  const borrower = idOfDemoBorrower(library, exampleBorrowers.toBeAbsent)
  const notice = commandHandling.random.uuid() as NoticeId
  const content = { kind: 'beforeErasure', borrower, erasedWith: addMonths(1)(month) } as const
  demoStepOrThrow(await makeNoticeWithId(library.useCaseDependencies)(content, month)(notice)())
  const failed = { type: 'RecordNoticeFailed', notice, reason: 'recipientRefused' } as const
  demoStepOrThrow(await handleCommand(commandHandling)(noticeAggregate)(notice)(failed)())
}
