import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { openStoresInFolder } from '../../../../adapters/composition/stores/open-stores-in-folder'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { openLibraryIn, withTemporaryFolder } from '../../../fixtures/running-library'
import { acquireCopyByHttp, registerBorrowerByHttp } from './http-steps'
import { administratorUser, staffUser, withHttpServer, withServerOf } from './with-http-server'

describe('live, ready and well', () => {
  it('are three answers, and the first two give no detail', () =>
    withHttpServer(async ({ send }) => {
      for (const path of ['/health/live', '/health/ready']) {
        const { status, body, headers } = await send('GET', path)
        expect([status, body, headers.get('cache-control')]).toEqual([200, { ok: true }, 'no-store'])
      }
      expect((await send('GET', '/health', { as: administratorUser })).body).toMatchObject({
        ok: true,
        failingParts: [],
        damaged: null,
      })
    }))

  it('differ when erasing is behind: the process is live and ready, and not well', () =>
    withTemporaryFolder(async (folder) => {
      const before = await openLibraryIn(folder)
      await withServerOf(before, async (library) => {
        const borrower = await registerBorrowerByHttp(library)
        await acquireCopyByHttp(library)
        expect((await library.send('DELETE', `/borrowers/${borrower}`, { as: staffUser })).status).toBe(202)
      })
      await before.close()
      writeFileSync(path.join(folder, 'clock.json'), JSON.stringify({ today: '2026-03-01' }))
      const behind = await openLibraryIn(folder)
      try {
        await withServerOf(behind, async ({ send }) => {
          await behind.retention.run()
          expect((await send('GET', '/health/live')).status).toBe(200)
          expect((await send('GET', '/health/ready')).status).toBe(200)
          const { status, body } = await send('GET', '/health', { as: administratorUser })
          expect(status).toBe(503)
          expect(body.retention.failed[0]).toContain('glemsom retention run --confirm-date 2026-03-01')
        })
      } finally {
        await behind.close()
      }
    }))

  it.each([
    ['the disk is full (SQLITE_FULL)', 200],
    ['the writer thread has ended; its last requests may have been written', 503],
  ])('differ when a log does not answer: %s', (reason, live) =>
    withHttpServer(
      async ({ send }) => {
        expect((await send('GET', '/health/live')).status).toBe(live)
        expect((await send('GET', '/health/ready')).body).toEqual({ ok: false })
        expect(await send('GET', '/health', { as: administratorUser })).toMatchObject({
          status: 503,
          body: { ok: false, stores: { persons: reason }, failingParts: [{ part: 'persons', reason }] },
        })
      },
      undefined,
      {
        alarm: () => undefined,
        openPrimaryStores: (layout) =>
          pipe(
            openStoresInFolder(layout),
            TE.map((stores) => ({
              ...stores,
              logs: {
                ...stores.logs,
                persons: {
                  ...stores.logs.persons,
                  health: () => Promise.resolve(E.left({ _tag: 'StoreUnavailable' as const, reason })),
                },
              },
            })),
          ),
      },
    ),
  )
})
