import type { BorrowerId } from '../../../domain/values/ids'
import { registerChildByHttp, registerGuardianByHttp } from '../../adapters/interfaces/http/guardian-steps'
import { acquireCopyByHttp, lendCopyByHttp } from '../../adapters/interfaces/http/http-steps'
import { staffUser, type ServedLibrary } from '../../adapters/interfaces/http/with-http-server'
import { day } from '../../fixtures/example-library'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { moveClockTo } from '../use-case-steps'
import { contactByEmail, verifyEmail, verifyEmailOfGuardian, withLibrary } from './message-steps'
import { mailServer } from './notice-steps'

const childsContact = { ...contactByEmail, emails: ['bo@example.dk'], emailForNotices: 'bo@example.dk' }
const title = 'Pelle Erobreren'

/** Lends a book to a child on 5 January for 30 days: it is due on 4 February, and recalled by the closing of 10 February. */
const lendToChild = async (library: ServedLibrary, birthDate: string): Promise<BorrowerId> => {
  const child = await registerChildByHttp(library, { birthDate, contact: childsContact })
  await verifyEmail(library, child, 'bo@example.dk')
  const copy = await acquireCopyByHttp(library, { name: title })
  expect((await lendCopyByHttp(library, copy, child)).status).toBe(201)
  return child
}

/** What is sent up to a day, as address and text. */
const sentUpTo = async (library: ServedLibrary, until: string) => {
  const { taken, senders } = mailServer()
  for (const on of ['2026-01-05', '2026-02-01', '2026-02-11'].filter((each) => each <= until)) {
    if (on > '2026-01-05') await moveClockTo(library.runningLibrary, day(on))
    await library.runningLibrary.messages.sendPending(senders)
  }
  return taken.map(({ address, subject, text }) => ({ address, subject, text }))
}

const recallOf = (sent: Awaited<ReturnType<typeof sentUpTo>>) =>
  sent.filter(({ subject }) => subject === 'Afleveringsdagen er overskredet')

const letters = async (library: ServedLibrary) => {
  rightOrThrow(await library.runningLibrary.catchUpReadModels())
  return (await library.send('GET', '/messages/letters', { as: staffUser })).body.letters
}

describe('a message on the balance of a child', () => {
  it(
    'goes to the guardian, with the name of the child and the titles; what is on due dates goes to the child',
    withLibrary(async (library) => {
      const child = await lendToChild(library, '2015-02-03')
      await registerGuardianByHttp(library, child)
      await verifyEmailOfGuardian(library, child)
      const sent = await sentUpTo(library, '2026-02-11')
      expect(sent.filter(({ subject }) => subject === 'Snart afleveringsdag')).toMatchObject([
        { address: 'bo@example.dk' },
      ])
      expect(recallOf(sent)).toMatchObject([{ address: 'vera@example.org' }])
      expect(recallOf(sent)[0]?.text).toContain('Kære værge for Bo Barn.')
      expect(recallOf(sent)[0]?.text).toContain(title)
    }),
  )

  it(
    'names no title from the age of 15 on',
    withLibrary(async (library) => {
      const child = await lendToChild(library, '2010-02-03')
      await registerGuardianByHttp(library, child)
      await verifyEmailOfGuardian(library, child)
      const [recall] = recallOf(await sentUpTo(library, '2026-02-11'))
      expect(recall?.address).toBe('vera@example.org')
      expect(recall?.text).toContain('et materiale')
      expect(recall?.text).not.toContain(title)
    }),
  )

  it(
    'goes to the borrower from the 18th birthday on, also when the guardianship has not ended',
    withLibrary(async (library) => {
      const child = await lendToChild(library, '2008-02-11')
      await registerGuardianByHttp(library, child)
      await verifyEmailOfGuardian(library, child)
      const sent = recallOf(await sentUpTo(library, '2026-02-11'))
      expect(sent).toMatchObject([{ address: 'bo@example.dk' }])
      expect(sent[0]?.text).toContain('Kære låner.')
    }),
  )

  it(
    'is a letter to the address of the child when no guardian is known, and staff record that it was printed',
    withLibrary(async (library) => {
      await lendToChild(library, '2015-02-03')
      expect(recallOf(await sentUpTo(library, '2026-02-11'))).toEqual([])
      const [letter] = await letters(library)
      expect(letter).toMatchObject({
        ...{ name: 'Forældre eller værge for Bo Barn', address: 'Vejen 1, 9000 Aalborg' },
        text: expect.stringContaining('Kære værge for Bo Barn.') as string,
      })
      const printed = await library.send('POST', `/messages/${String(letter.message)}/printed`, { as: staffUser })
      expect(printed.status).toBe(200)
      expect(await letters(library)).toEqual([])
    }),
  )

  it(
    'is a letter to a guardian who has neither e-mail nor mobile',
    withLibrary(async (library) => {
      const child = await lendToChild(library, '2015-02-03')
      const contact = {
        careOf: null,
        address: 'Værgevej 7',
        phones: [],
        mobileForNotices: null,
        emails: [],
        emailForNotices: null,
      }
      await registerGuardianByHttp(library, child, { contact })
      expect(recallOf(await sentUpTo(library, '2026-02-11'))).toEqual([])
      expect(await letters(library)).toMatchObject([{ name: 'Vera Værge', address: 'Værgevej 7' }])
    }),
  )
})
