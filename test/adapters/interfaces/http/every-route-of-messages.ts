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
  await ask('GET', '/me/messages', '/me/messages', { as: borrowerUser(borrower) })
  const { messages } = (await ask('GET', `/borrowers/${borrower}/messages`, '/borrowers/:borrower/messages')).body
  expect(messages).toContainEqual(expect.objectContaining({ message, kind: 'bill', state: 'sent', channel: 'letter' }))
  const printedTwice = await library.send('POST', `/messages/${message}/printed`, { as: borrowerUser(borrower) })
  expect(printedTwice.status).toBe(403)
}
