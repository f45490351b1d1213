import { request } from 'node:http'
import { acquire, lend, register } from './desk'
import { reader, served, staff, type Served } from './serve'

/** The status of a conditional read; `fetch` would ask every cache to look again. */
const readIf = ({ url }: Served, path: string, etag: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const asking = request(`${url}${path}`, { headers: { 'If-None-Match': etag } }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode))
    })
    asking.once('error', reject).end()
  })

describe('what is told besides answers', () => {
  it('says nothing again of what the caller has read', () =>
    served(async (library) => {
      const copy = await acquire(library)
      const etag = (await library.send('GET', `/copies/${copy}`)).headers.get('etag') ?? ''
      expect(etag).toBe('"r0"')
      expect(await readIf(library, `/copies/${copy}`, etag)).toBe(304)
      await lend(library, copy, await register(library))
      expect(await readIf(library, `/copies/${copy}`, etag)).toBe(200)
    }))

  it('writes to the log which route was served, and names nobody', () =>
    served(async (library) => {
      const anna = await register(library, { card: '2777777777' })
      const copy = await acquire(library)
      const { loan } = (await lend(library, copy, anna)).body
      await library.send('GET', `/borrowers/${anna}?name=Bestemt`, { as: reader(anna) })
      await library.send('POST', '/loans', { as: staff, raw: '{"name": "Ingen Bestemt"' })
      const log = library.log()
      expect(log).toContain('"route":"/borrowers/:borrower"')
      for (const personal of [anna, loan, copy, '2777777777', 'Bestemt', 'Bearer']) expect(log).not.toContain(personal)
      const { text } = await library.send('GET', '/metrics')
      expect(text).toMatch(/glemsom_commands_total\{command="lendCopy",outcome="done"\} 1/)
      expect(text).toContain('glemsom_retention_scopes{state="overdue"} 0')
      for (const personal of [anna, loan, copy, '2777777777', 'Bestemt']) expect(text).not.toContain(personal)
    }))

  it('is well, serves its description and a page to try it on', () =>
    served(async ({ send }) => {
      const health = await send('GET', '/health')
      expect(health.status).toBe(200)
      expect(health.body).toMatchObject({ ok: true, retention: { overdue: 0 } })
      expect((await send('GET', '/openapi.json')).body.openapi).toBe('3.1.0')
      const page = await send('GET', '/docs')
      expect(page.text).toContain('/docs/swagger-ui-bundle.js')
      expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
      for (const file of ['start.js', 'swagger-ui.css', 'swagger-ui-bundle.js'])
        expect((await send('GET', `/docs/${file}`)).status).toBe(200)
      expect((await send('GET', '/docs/package.json')).status).toBe(404)
    }))
})
