import type { MessageSender, OutgoingMessage } from '../../../domain/ports/message-sender'
import * as TE from 'fp-ts/TaskEither'
import { registerBorrowerByHttp, acquireCopyByHttp } from '../../adapters/interfaces/http/http-steps'
import { borrowerUser } from '../../adapters/interfaces/http/with-http-server'
import { ready, reserve, scan, withStaff } from '../../adapters/interfaces/http/staff-steps'
import { readBothLogs } from '../../crash/check/read-both-logs'
import { registerWithVerifiedEmail } from './message-steps'

describe('a borrower who waits', () => {
  it(
    'is told at once that the copy is ready, once, under which number and until when; the overview says what was sent',
    withStaff(async (library, staff) => {
      const copy = await acquireCopyByHttp(library, { name: 'Lykke-Per' })
      const borrower = await registerWithVerifiedEmail(library)
      const reservation = await reserve(staff, borrower)
      expect(await scan(staff, copy)).toMatchObject({ becomes: 'ready' })
      const { pickUpNumber } = await staff.read(reservation)
      expect({ pickUpNumber }).toMatchObject({ pickUpNumber: ready.pickUpNumber })

      const sent: OutgoingMessage[] = []
      const sender: MessageSender = { send: (message) => TE.fromIO(() => void sent.push(message)) }
      await library.runningLibrary.messages.sendPending({ email: sender })
      await library.runningLibrary.messages.sendPending({ email: sender })
      const readyMails = sent.filter(({ subject }) => subject === 'Din reservering er klar')
      expect(readyMails).toMatchObject([{ address: 'anna@example.dk' }])
      expect(readyMails[0]?.text).toContain('Lykke-Per')
      expect(readyMails[0]?.text).toContain(String(pickUpNumber))
      expect(readyMails[0]?.reference).not.toBe(readyMails[0]?.message)

      await library.runningLibrary.catchUpReadModels()
      const { messages } = (await library.send('GET', '/me/messages', { as: borrowerUser(borrower) })).body
      expect(messages).toMatchObject([
        {
          ...{ kind: 'readyForPickUp', state: 'sent', channel: 'email', sentTo: 'anna@example.dk' },
          ...{ madeOn: '2026-01-05', endedOn: '2026-01-05', text: readyMails[0]?.text, forgottenOn: '2026-02-04' },
        },
      ])
      const { events } = await readBothLogs(library.runningLibrary)
      expect(events.filter(({ type }) => type === 'MessageMade')).toHaveLength(1)
    }),
  )

  it(
    'without contact information is told nothing, and the overview says so',
    withStaff(async (library, staff) => {
      const copy = await acquireCopyByHttp(library)
      const borrower = await registerBorrowerByHttp(library)
      await reserve(staff, borrower)
      await scan(staff, copy)
      await library.runningLibrary.messages.sendPending({})
      await library.runningLibrary.catchUpReadModels()
      const { messages } = (await library.send('GET', '/me/messages', { as: borrowerUser(borrower) })).body
      expect(messages).toMatchObject([{ state: 'noContactInformation', channel: null, sentTo: null }])
    }),
  )

  it(
    'sees no message to another one',
    withStaff(async (library, staff) => {
      const copy = await acquireCopyByHttp(library)
      const [borrower, other] = [await registerBorrowerByHttp(library), await registerBorrowerByHttp(library)]
      await reserve(staff, borrower)
      await scan(staff, copy)
      await library.runningLibrary.catchUpReadModels()
      const asOther = { as: borrowerUser(other) }
      expect((await library.send('GET', '/me/messages', asOther)).body.messages).toEqual([])
      expect((await library.send('GET', `/borrowers/${borrower}/messages`, asOther)).status).toBe(403)
    }),
  )
})
