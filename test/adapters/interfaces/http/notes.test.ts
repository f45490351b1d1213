import type { BorrowerId } from '../../../../domain/values/ids'
import { registerBorrowerByHttp } from './http-steps'
import { auditorUser, borrowerUser, staffUser, withHttpServer, type ServedLibrary } from './with-http-server'

const canary = 'Kanariefugl'
const pathOf = (borrower: BorrowerId): string => `/borrowers/${borrower}/notes`

const write = async (
  { send }: ServedLibrary,
  borrower: BorrowerId,
  body: object,
  etag?: string,
): ReturnType<ServedLibrary['send']> => {
  const read = await send('GET', pathOf(borrower), { as: staffUser })
  const headers = { 'If-Match': etag ?? read.headers.get('etag') ?? '', 'Accept-Language': 'en' }
  return send('PUT', pathOf(borrower), { as: staffUser, headers, body })
}

/** All that a borrower is answered about themself, with the ETags. */
const answersToBorrower = async ({ send }: ServedLibrary, borrower: BorrowerId) => {
  const paths = ['/me', ...['', '/contact', '/preferences', '/fees'].map((path) => `/borrowers/${borrower}${path}`)]
  const replies = []
  for (const path of paths) replies.push(await send('GET', path, { as: borrowerUser(borrower) }))
  return replies.map(({ status, text, headers }) => [status, text, headers.get('etag')])
}

describe('notes on a borrower', () => {
  it('are shown to staff, and the note to the borrower to the borrower too', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library)
      const notes = { internalNote: `${canary} intern`, noteToBorrower: `${canary} til låner` }
      expect((await write(library, anna, notes)).status).toBe(200)
      expect((await library.send('GET', pathOf(anna), { as: staffUser })).body).toEqual(notes)
      expect((await library.send('GET', `/borrowers/${anna}`, { as: staffUser })).body).toMatchObject(notes)
      const mine = (await library.send('GET', '/me', { as: borrowerUser(anna) })).body
      expect([mine.noteToBorrower, 'internalNote' in mine]).toEqual([notes.noteToBorrower, false])
      const audited = (await library.send('GET', `/borrowers/${anna}`, { as: auditorUser })).body
      expect(audited).toMatchObject({ internalNote: { withheld: 'note' }, noteToBorrower: { withheld: 'note' } })
    }))

  it('do not let the borrower learn that there is an internal note: no answer and no ETag changes', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library)
      const before = await answersToBorrower(library, anna)
      await write(library, anna, { internalNote: canary, noteToBorrower: null })
      await library.runningLibrary.catchUpReadModels()
      expect(await answersToBorrower(library, anna)).toEqual(before)
      const read = await library.send('GET', pathOf(anna), { as: borrowerUser(anna) })
      expect(read.status).toBe(403)
    }))

  it('leave a change of contact details under way alone, and the other way round', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library)
      const notesRead = await library.send('GET', pathOf(anna), { as: staffUser })
      const contact = await library.send('GET', `/borrowers/${anna}/contact`, { as: borrowerUser(anna) })
      const changeContact = (email: string) =>
        library.send('PUT', `/borrowers/${anna}/contact`, {
          as: borrowerUser(anna),
          headers: { 'If-Match': contact.headers.get('etag') ?? '' },
          body: { ...contact.body, emails: [email] },
        })
      expect((await write(library, anna, { internalNote: canary, noteToBorrower: null })).status).toBe(200)
      const changed = await changeContact('anna@example.org')
      expect(changed.status).toBe(200)
      expect((await changeContact('other@example.org')).status).toBe(412)
      const read = await library.send('GET', `/borrowers/${anna}/contact`, { as: borrowerUser(anna) })
      expect(changed.headers.get('etag')).toBe(read.headers.get('etag'))
      const stale = await write(
        library,
        anna,
        { internalNote: null, noteToBorrower: null },
        notesRead.headers.get('etag') ?? '',
      )
      expect(stale.status).toBe(412)
    }))

  it('answer the ETag with which they can be changed again, and a repeat gets the first answer', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library)
      const { send } = library
      const headers = { 'If-Match': '"n0"', 'Idempotency-Key': 'note-1' }
      const body = { internalNote: canary, noteToBorrower: null }
      const put = () => send('PUT', pathOf(anna), { as: staffUser, headers, body })
      const [first, repeated] = [await put(), await put()]
      expect([first.status, repeated.status]).toEqual([200, 200])
      expect(repeated.headers.get('etag')).toBe(first.headers.get('etag'))
      const removed = await write(library, anna, { ...body, internalNote: null }, first.headers.get('etag') ?? '')
      expect(removed.status).toBe(200)
      const late = await put()
      expect(late.status).toBe(200)
      expect(late.headers.get('etag')).not.toBe(removed.headers.get('etag'))
    }))

  it('are refused with a CPR number, and for a borrower who does not exist', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library)
      const refused = await write(library, anna, { internalNote: 'Er 630280-0000', noteToBorrower: '0606606060' })
      expect([refused.status, refused.body.errors]).toMatchObject([400, [{ pointer: '/internalNote' }, {}]])
      expect(refused.text).not.toContain('0606606060')
      const nobody = '5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33' as BorrowerId
      expect((await library.send('GET', pathOf(nobody), { as: staffUser })).status).toBe(404)
      expect((await write(library, nobody, { internalNote: null, noteToBorrower: null }, '"n0"')).status).toBe(404)
    }))
})
