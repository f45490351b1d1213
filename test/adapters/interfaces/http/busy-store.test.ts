import { randomUUID } from 'node:crypto'
import { storesBusyWhile } from '../../../fixtures/stores-busy-while'
import { acquireCopyByHttp, testBranch, registerBorrowerByHttp } from './http-steps'
import { withHttpServer, staffUser } from './with-http-server'

describe('a library whose store is busy', () => {
  it('answers a command with 503 and Retry-After 1, answers reads, and accepts the command later', async () => {
    let isBusy = false
    await withHttpServer(
      async (library) => {
        const borrower = await registerBorrowerByHttp(library)
        const copy = await acquireCopyByHttp(library)
        const loanRequest = {
          as: staffUser,
          body: { copy, borrower, branch: testBranch },
          headers: { 'Idempotency-Key': randomUUID() },
        }
        isBusy = true
        const { status, headers, text } = await library.send('POST', '/loans', loanRequest)
        expect(status).toBe(503)
        expect(headers.get('Retry-After')).toBe('1')
        expect(JSON.parse(text)).toMatchObject({ type: 'urn:glemsom:problem:store-busy' })
        expect((await library.send('GET', `/copies/${copy}`, { as: staffUser })).status).toBe(200)
        isBusy = false
        expect((await library.send('POST', '/loans', loanRequest)).status).toBe(201)
      },
      undefined,
      { openPrimaryStores: storesBusyWhile(() => isBusy, 'circulation'), alarm: () => undefined },
    )
  })
})
