import { registerBorrowerByHttp } from './http-steps'
import { auditorUser, borrowerUser, machineUser, staffUser, withHttpServer } from './with-http-server'

describe('the page of the data on a borrower', () => {
  it('is for the borrower and for staff, each with what they may see, in the language of the borrower', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library, { name: 'Anna <script>', language: 'en' })
      const body = { internalNote: 'Kom med en hund', noteToBorrower: 'Husk bilaget' }
      const headers = { 'If-Match': '"n0"' }
      await library.send('PUT', `/borrowers/${anna}/notes`, { as: staffUser, headers, body })
      const own = await library.send('GET', '/me/data/page', { as: borrowerUser(anna) })
      const byStaff = await library.send('GET', `/borrowers/${anna}/data/page?language=da`, { as: staffUser })
      expect([own.status, own.headers.get('content-language')]).toEqual([200, 'en'])
      for (const { text } of [own, byStaff])
        for (const part of ['Anna &lt;script>', 'Husk bilaget']) expect(text).toContain(part)
      expect([own, byStaff].map(({ text }) => text.includes('hund'))).toEqual([false, true])
      expect(byStaff.text).toContain(`<a href="/borrowers/${anna}/data">`)
      expect(own.headers.get('cache-control')).toBe('no-store')
      const stylesheet = await library.send('GET', '/pages/personal-data.css')
      expect([stylesheet.status, stylesheet.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8'])
    }))

  it('is refused to others, as the export is, and is not found of a borrower who is erased', () =>
    withHttpServer(async (library) => {
      const [anna, bo] = [await registerBorrowerByHttp(library), await registerBorrowerByHttp(library)]
      for (const path of [`/borrowers/${anna}/data`, `/borrowers/${anna}/data/page`]) {
        for (const as of [auditorUser, machineUser, borrowerUser(bo)])
          expect((await library.send('GET', path, { as })).status).toBe(403)
        expect((await library.send('GET', path)).status).toBe(401)
      }
      await library.send('DELETE', `/borrowers/${anna}`, { as: staffUser })
      await library.runningLibrary.retention.run()
      for (const path of ['/me/data', '/me/data/page'])
        expect((await library.send('GET', path, { as: borrowerUser(anna) })).status).toBe(404)
      expect((await library.send('GET', `/borrowers/${anna}/data`, { as: staffUser })).status).toBe(404)
    }))
})
