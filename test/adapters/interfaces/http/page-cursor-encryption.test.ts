import { randomBytes } from 'node:crypto'
import { createPageCursorEncryption } from '../../../../adapters/interfaces/http/request-handling/page-cursor-encryption'
import { routes } from '../../../../adapters/interfaces/http/resources/routes'
import { auditorUser, withHttpServer } from './with-http-server'

const routeNamed = (name: string) => routes.find((route) => route.name === name)!
const overdue = routeNamed('readOverdueLoans')
const key = randomBytes(32)
const sortKey = '2026-09-10 5f0c2a9e-6d1b-4c57-9b1e-0a4c8f1d2e33'
const next = Buffer.from(sortKey).toString('base64url')

const cursorFor = (name: string): string => {
  const { body } = createPageCursorEncryption(key).encryptAnswer(routeNamed(name), { body: { next } })
  return (body as { readonly next: string }).next
}

describe('the cursor of a page', () => {
  it('tells nothing of the entry that it stands after, also by its length', () => {
    const cursor = cursorFor('readOverdueLoans')
    expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toContain('2026-09-10')
    expect(cursor).not.toContain(next)
    const { body } = createPageCursorEncryption(key).encryptAnswer(overdue, { body: { next: 'MjA' } })
    expect((body as { readonly next: string }).next).toHaveLength(cursor.length)
  })

  it('is understood by every process of the library, and for its own list alone', () => {
    const cursor = cursorFor('readOverdueLoans')
    expect(createPageCursorEncryption(key).decryptQuery(overdue, { cursor, limit: '1' })).toEqual({
      _tag: 'Right',
      right: { cursor: next, limit: '1' },
    })
    for (const other of [cursorFor('readOfflineCases'), next, 'zzzz', cursor.slice(1)])
      expect(createPageCursorEncryption(key).decryptQuery(overdue, { cursor: other })).toMatchObject({ _tag: 'Left' })
  })

  it('is refused when no answer gave it: an empty page would look like the end of the list', () =>
    withHttpServer(async ({ send }) => {
      for (const path of ['/overdue', '/offline-cases', '/certificates', '/claimed-returned', '/missing-copies']) {
        const reply = await send('GET', `${path}?cursor=${next}`, { as: auditorUser })
        expect([path, reply.status, reply.body.errors[0].pointer]).toEqual([path, 400, '/cursor'])
      }
    }))
})
