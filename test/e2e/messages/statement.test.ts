import { randomUUID } from 'node:crypto'
import { contentOfMessage, messagesOfBorrower } from '../../../projections/messages/message-queries'
import { registerBorrowerByHttp } from '../../adapters/interfaces/http/http-steps'
import { staffUser, type ServedLibrary } from '../../adapters/interfaces/http/with-http-server'
import { day } from '../../fixtures/example-library'
import { moveClockTo } from '../use-case-steps'
import { contactByEmail, lendNamed, withLibrary } from './message-steps'

const sendTo = ({ send }: ServedLibrary, borrower: string, key: string = randomUUID()) =>
  send('POST', `/borrowers/${borrower}/statement`, { as: staffUser, headers: { 'Idempotency-Key': key } })

const lettersOf = async ({ send }: ServedLibrary): Promise<ReadonlyArray<{ readonly text: string }>> =>
  (await send('GET', '/messages/letters', { as: staffUser })).body.letters

describe('a statement that staff send', () => {
  it(
    'lists what is overdue, and has the note to the borrower of the moment when it is printed',
    withLibrary(async (library) => {
      const { borrower } = await lendNamed(library, ['Pelle Erobreren'])
      await moveClockTo(library.runningLibrary, day('2026-02-10'))
      expect((await sendTo(library, borrower)).status).toBe(201)
      const notes = { internalNote: 'Intern kanariefugl', noteToBorrower: 'Husk bilaget' }
      const headers = { 'If-Match': '"n0"' }
      await library.send('PUT', `/borrowers/${borrower}/notes`, { as: staffUser, headers, body: notes })
      await library.runningLibrary.catchUpReadModels()
      const [letter] = await lettersOf(library)
      expect(letter?.text).toContain('- Pelle Erobreren (skulle afleveres 4. februar 2026)')
      expect(letter?.text).toContain('Note til dig: Husk bilaget')
      expect(letter?.text).not.toContain('Intern')
      const [made] = messagesOfBorrower(borrower)(library.runningLibrary.rows).filter(
        ({ kind }) => kind === 'statement',
      )
      expect(JSON.stringify(contentOfMessage(made!))).not.toContain('bilaget')
    }),
  )

  it(
    'is one a day: another one is refused, and a repeat answers the first',
    withLibrary(async (library) => {
      const { borrower } = await lendNamed(library, ['Pelle Erobreren'])
      await moveClockTo(library.runningLibrary, day('2026-02-10'))
      const first = await sendTo(library, borrower, 'key-of-the-statement-1')
      expect((await sendTo(library, borrower)).status).toBe(409)
      const again = await sendTo(library, borrower, 'key-of-the-statement-1')
      expect([again.status, again.body.message]).toEqual([201, first.body.message])
      await moveClockTo(library.runningLibrary, day('2026-02-11'))
      expect((await sendTo(library, borrower)).status).toBe(201)
    }),
  )

  it(
    'is refused for a borrower who owes nothing, and for one whom nobody knows',
    withLibrary(async (library) => {
      const borrower = await registerBorrowerByHttp(library, { contact: contactByEmail })
      const refused = await sendTo(library, borrower)
      expect(refused.status).toBe(409)
      expect(JSON.stringify(refused.body)).toContain('hverken overskredne lån')
      expect((await sendTo(library, randomUUID())).status).toBe(404)
    }),
  )

  it(
    'is not printed once everything is returned',
    withLibrary(async (library) => {
      const { borrower, copies } = await lendNamed(library, ['Pelle Erobreren'])
      await moveClockTo(library.runningLibrary, day('2026-02-05'))
      await sendTo(library, borrower)
      await library.runningLibrary.catchUpReadModels()
      expect(await lettersOf(library)).toHaveLength(1)
      const body = { branch: 'DK-785100' }
      await library.send('POST', `/copies/${copies[0]!}/return`, { as: staffUser, body })
      await library.runningLibrary.catchUpReadModels()
      expect(await lettersOf(library)).toEqual([])
    }),
  )
})
