import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import type { MessageSender, OutgoingMessage } from '../../../domain/ports/message-sender'
import * as TE from 'fp-ts/TaskEither'
import { messagesOfBorrower } from '../../../projections/messages/message-queries'
import { acquireCopyByHttp, lendCopyByHttp, testBranch } from '../../adapters/interfaces/http/http-steps'
import { asStaff, reserve, scan } from '../../adapters/interfaces/http/staff-steps'
import { staffUser } from '../../adapters/interfaces/http/with-http-server'
import { day } from '../../fixtures/example-library'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import type { BorrowerId } from '../../../domain/values/ids'
import { moveClockTo } from '../use-case-steps'
import { lendNamed, registerWithVerifiedEmail, withLibrary } from './message-steps'

/** Texts about a registration: the welcome, and the link that verifies an e-mail. */
const isAboutRegistration = (text: string): boolean => /oprettet som låner|email-verification/.test(text)

/** Sends what is pending. Answers the texts that were sent, without those about a registration. */
const sendAll = async ({
  catchUpReadModels,
  messages,
  useCaseDependencies,
}: RunningLibrary): Promise<ReadonlyArray<string>> => {
  const sent: OutgoingMessage[] = []
  const sender: MessageSender = { send: (message) => TE.fromIO(() => void sent.push(message)) }
  rightOrThrow(await useCaseDependencies.waitForReactions())
  rightOrThrow(await catchUpReadModels())
  await messages.sendPending({ email: sender })
  rightOrThrow(await catchUpReadModels())
  return sent.map(({ text }) => text).filter((text) => !isAboutRegistration(text))
}

const outcomes = ({ rows }: RunningLibrary, borrower: BorrowerId) =>
  messagesOfBorrower(borrower)(rows).map(({ kind, state, reason }) => [kind, state, reason])

describe('a message that waits while its cause ends', () => {
  it(
    'that a copy is ready is not sent once the copy is lent',
    withLibrary(async (library) => {
      const { runningLibrary } = library
      const copy = await acquireCopyByHttp(library, { name: 'Lykke-Per' })
      const borrower = await registerWithVerifiedEmail(library)
      const staff = asStaff(library)
      await reserve(staff, borrower)
      await scan(staff, copy)
      expect((await lendCopyByHttp(library, copy, borrower)).status).toBe(201)
      expect(await sendAll(runningLibrary)).toEqual([])
      expect(outcomes(runningLibrary, borrower)).toEqual([['readyForPickUp', 'failed', 'causeEnded']])
    }),
  )

  it(
    'that a copy is ready is not sent once the reservation is cancelled',
    withLibrary(async (library) => {
      const { runningLibrary } = library
      const copy = await acquireCopyByHttp(library, { name: 'Lykke-Per' })
      const borrower = await registerWithVerifiedEmail(library)
      const staff = asStaff(library)
      const reservation = await reserve(staff, borrower)
      await scan(staff, copy)
      await staff.cancel(reservation)
      expect(await sendAll(runningLibrary)).toEqual([])
      expect(outcomes(runningLibrary, borrower)).toEqual([['readyForPickUp', 'failed', 'causeEnded']])
    }),
  )

  it(
    'about two books tells of the one that is not returned, and the record has what was sent',
    withLibrary(async (library) => {
      const { runningLibrary } = library
      const { borrower, copies } = await lendNamed(library, ['Aa', 'Bo'])
      await moveClockTo(runningLibrary, day('2026-02-01'))
      await library.send('POST', `/copies/${copies[0]!}/return`, { as: staffUser, body: { branch: testBranch } })
      const [text] = await sendAll(runningLibrary)
      expect(text).toContain('- Bo (senest 4. februar 2026)')
      expect(text).not.toContain('Aa')
      expect(messagesOfBorrower(borrower)(runningLibrary.rows)).toMatchObject([
        { state: 'sent', items: '[{"amount":null,"day":"2026-02-04","name":"Bo"}]' },
      ])
    }),
  )

  it(
    'about books that are all returned is not sent',
    withLibrary(async (library) => {
      const { runningLibrary } = library
      const { borrower, copies } = await lendNamed(library, ['Aa', 'Bo'])
      await moveClockTo(runningLibrary, day('2026-02-01'))
      for (const copy of copies)
        await library.send('POST', `/copies/${copy}/return`, { as: staffUser, body: { branch: testBranch } })
      expect(await sendAll(runningLibrary)).toEqual([])
      expect(outcomes(runningLibrary, borrower)).toEqual([['dueSoon', 'failed', 'causeEnded']])
    }),
  )
})
