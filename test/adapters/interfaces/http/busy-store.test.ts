import { randomUUID } from 'node:crypto'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { OpenPrimaryStores } from '../../../../adapters/composition/stores/primary-stores'
import { openStoresInFolder } from '../../../../adapters/composition/stores/open-stores-in-folder'
import type { EventStore } from '../../../../domain/ports/event-store'
import { acquireCopyByHttp, testBranch, registerBorrowerByHttp } from './http-steps'
import { withHttpServer, staffUser } from './with-http-server'

/** Stores in the folder. Appends to *circulation* fail with StoreBusy while `isBusy` answers true. */
const storesBusyWhile =
  (isBusy: () => boolean): OpenPrimaryStores =>
  (layout) =>
    pipe(
      openStoresInFolder(layout),
      TE.map((stores) => {
        const { circulation, persons } = stores.logs
        const append: EventStore['append'] = (stream, expected, events) => () =>
          isBusy() ? Promise.resolve(E.left({ _tag: 'StoreBusy' })) : circulation.append(stream, expected, events)()
        return { ...stores, logs: { circulation: { ...circulation, append }, persons } }
      }),
    )

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
      { openPrimaryStores: storesBusyWhile(() => isBusy), alarm: () => undefined },
    )
  })
})
