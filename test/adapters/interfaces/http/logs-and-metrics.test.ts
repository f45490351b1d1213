import { request } from 'node:http'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp } from './http-steps'
import { borrowerUser, withHttpServer, staffUser, type ServedLibrary } from './with-http-server'

/** The status of a conditional read. (`fetch` would add `Cache-Control: no-cache`.) */
const readIf = ({ url }: ServedLibrary, path: string, etag: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const outgoing = request(`${url}${path}`, { headers: { 'If-None-Match': etag } }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode))
    })
    outgoing.once('error', reject).end()
  })

describe('conditional reads, logs, metrics and pages', () => {
  it('answer 304 to a read whose ETag is unchanged', () =>
    withHttpServer(async (library) => {
      const copy = await acquireCopyByHttp(library)
      const etag = (await library.send('GET', `/copies/${copy}`)).headers.get('etag') ?? ''
      expect(etag).toBe('"r0"')
      expect(await readIf(library, `/copies/${copy}`, etag)).toBe(304)
      await lendCopyByHttp(library, copy, await registerBorrowerByHttp(library))
      expect(await readIf(library, `/copies/${copy}`, etag)).toBe(200)
    }))

  it('log and count each route, and contain nothing personal', () =>
    withHttpServer(async (library) => {
      const anna = await registerBorrowerByHttp(library, { card: '2777777777' })
      const copy = await acquireCopyByHttp(library)
      const { loan } = (await lendCopyByHttp(library, copy, anna)).body
      await library.send('GET', `/borrowers/${anna}?name=Bestemt`, { as: borrowerUser(anna) })
      await library.send('POST', '/loans', { as: staffUser, raw: '{"name": "Ingen Bestemt"' })
      const log = library.loggedText()
      expect(log).toContain('"route":"/borrowers/:borrower"')
      for (const personal of [anna, loan, copy, '2777777777', 'Bestemt', 'Bearer']) expect(log).not.toContain(personal)
      const { text } = await library.send('GET', '/metrics')
      expect(text).toMatch(/glemsom_commands_total\{command="lendCopy",outcome="done"\} 1/)
      expect(text).toContain('glemsom_retention_scopes{state="overdue"} 0')
      expect(text).toMatch(/glemsom_projection_lag_events\{consumer="read models"\} \d/)
      expect(text).toContain('glemsom_projection_lag_seconds{consumer="read models"} 0')
      for (const personal of [anna, loan, copy, '2777777777', 'Bestemt']) expect(text).not.toContain(personal)
    }))

  it('serve health, the OpenAPI description and Swagger UI', () =>
    withHttpServer(async ({ send }) => {
      const health = await send('GET', '/health')
      expect(health.status).toBe(200)
      expect(health.body).toMatchObject({ ok: true, retention: { overdue: 0 } })
      expect(Object.keys(health.body.behind)).toEqual(['schedule', 'read models', 'reactions'])
      expect((await send('GET', '/openapi.json')).body.openapi).toBe('3.1.0')
      const page = await send('GET', '/docs')
      expect(page.text).toContain('/docs/swagger-ui-bundle.js')
      expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
      for (const file of ['start.js', 'swagger-ui.css', 'swagger-ui-bundle.js'])
        expect((await send('GET', `/docs/${file}`)).status).toBe(200)
      expect((await send('GET', '/docs/package.json')).status).toBe(404)
    }))
})
