import { handleCommand } from '../../../../domain/command-handling/handle-command'
import { noticeAggregate } from '../../../../domain/notice/notice-aggregate'
import { makeNoticeWithId } from '../../../../domain/use-cases/make-notice'
import type { Month } from '../../../../domain/values/month'
import { noticeId } from '../../../fixtures/example-notices'
import { rightOrThrow } from '../../../fixtures/right-or-throw'
import type { BorrowerId } from '../../../../domain/values/ids'
import type { AskRoute } from './every-route-steps'
import { borrowerUser, type ServedLibrary } from './with-http-server'

/** Reads the messages to a borrower who lost a copy, sends a statement, and prints the bill. */
export const readMessagesAndPrintLetter = async (
  library: ServedLibrary,
  ask: AskRoute,
  borrower: BorrowerId,
): Promise<void> => {
  await ask('POST', `/borrowers/${borrower}/statement`, '/borrowers/:borrower/statement')
  const { letters } = (await ask('GET', '/messages/letters', '/messages/letters')).body
  const { message } = letters.find(({ subject }: { readonly subject: string }) => subject.startsWith('Bill'))
  await ask('POST', `/messages/${message}/printed`, '/messages/:message/printed')
  await ask('GET', '/messages/undelivered', '/messages/undelivered')
  await ask('GET', '/me/messages', '/me/messages', { as: borrowerUser(borrower) })
  const { messages } = (await ask('GET', `/borrowers/${borrower}/messages`, '/borrowers/:borrower/messages')).body
  expect(messages).toContainEqual(expect.objectContaining({ message, state: 'sent', channel: 'letter' }))
  const printedTwice = await library.send('POST', `/messages/${message}/printed`, { as: borrowerUser(borrower) })
  expect(printedTwice.status).toBe(403)
}

/** Prints the letter to a borrower who will be erased, and whose e-mail address is refused. */
export const printNoticeLetter = async (
  { runningLibrary: { useCaseDependencies, catchUpReadModels } }: ServedLibrary,
  ask: AskRoute,
  borrower: BorrowerId,
): Promise<void> => {
  const notice = noticeId(1)
  const content = { kind: 'beforeErasure', borrower, erasedWith: '2026-05' as Month } as const
  rightOrThrow(await makeNoticeWithId(useCaseDependencies)(content, '2026-04' as Month)(notice)())
  const failed = { type: 'RecordNoticeFailed', notice, reason: 'recipientRefused' } as const
  rightOrThrow(await handleCommand(useCaseDependencies.commandHandling)(noticeAggregate)(notice)(failed)())
  rightOrThrow(await catchUpReadModels())
  const { letters } = (await ask('GET', '/notices/letters', '/notices/letters')).body
  expect(letters).toMatchObject([{ notice, madeIn: '2026-04', address: expect.any(String) as string }])
  await ask('POST', `/notices/${notice}/printed`, '/notices/:notice/printed')
}
