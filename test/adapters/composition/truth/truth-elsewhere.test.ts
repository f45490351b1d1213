import path from 'node:path'
import * as E from 'fp-ts/Either'
import { truthElsewhere, truthToFill } from '../../../../adapters/composition/truth/truth-elsewhere'
import { closeTruth, type Truth } from '../../../../adapters/composition/truth/truth'
import type { Places } from '../../../../adapters/composition/truth/places'
import { layoutOf } from '../../../../adapters/stores/data-folder/layout'
import type { ScopeId } from '../../../../domain/values/ids'
import { randomUUID } from 'node:crypto'
import { withStandIns } from '../../../fixtures/kurrentdb/with-stand-ins'
import { databasesForService } from '../../../fixtures/postgres/for-service'
import { withPostgres } from '../../../fixtures/postgres/with-postgres'
import { right } from '../../../fixtures/right'
import { withFolder } from '../../../fixtures/system'
import { until } from '../../../fixtures/until'

const reasonOf = (opened: E.Either<object, Truth>): string =>
  E.isLeft(opened) && 'reason' in opened.left ? String(opened.left.reason) : 'it was opened'

withStandIns((another) =>
  withPostgres((server) => {
    const places = async (): Promise<Places> => ({
      circulation: (await another()).connectionString(),
      ...(await databasesForService(server())),
    })
    const opening = (named: Places, open = truthElsewhere) =>
      withFolder((folder) => open(named)(layoutOf(folder, path.join(folder, 'ring')))())

    const sessionsIn = async (url: string): Promise<number> => {
      const asked = `SELECT FROM pg_stat_activity WHERE datname = '${new URL(url).pathname.slice(1)}'`
      const owner = await server().newDatabase()
      return (await server().run(owner, asked)).length
    }

    describe('a library on servers', () => {
      it('is told when its role may change events, and not of one that grant was run for', async () => {
        const [named, asOwner] = [await places(), { ...(await places()), persons: await server().newDatabase() }]
        for (const [truth, remarks] of [
          [right(await opening(named)), []],
          [right(await opening(asOwner)), ['RoleMayChangeEvents']],
        ] as const) {
          expect(truth.remarks).toEqual(remarks)
          await closeTruth(truth)
        }
      })
    })

    describe('a library on servers that cannot be opened', () => {
      it('says which server is the matter, and leaves nothing open that would keep its process', async () => {
        const named = await places()
        const keys = new URL(named.keys)
        keys.pathname = '/nowhere'
        expect(reasonOf(await opening({ ...named, keys: keys.href }))).toMatch(/^KEYS: there is no such database/)
        await expect(until(async () => (await sessionsIn(named.persons)) === 0)).resolves.toBeUndefined()
      })

      it('is one with both logs on one PostgreSQL server, whatever that is called', async () => {
        const named = await places()
        const { persons: circulation } = await databasesForService(server())
        const byAnotherName = new URL(circulation)
        byAnotherName.searchParams.set('application_name', 'another')
        byAnotherName.port = '5432'
        expect(reasonOf(await opening({ ...named, circulation: byAnotherName.href }))).toMatch(
          /on one PostgreSQL server/,
        )
      })

      it('is one whose logs are empty beside keys, unless they are about to be filled', async () => {
        const named = await places()
        await withFolder(async (folder) => {
          const layout = layoutOf(folder)
          const truth = right(await truthElsewhere(named)(layout)())
          right(
            await truth.keyStore.fence([{ scope: randomUUID() as ScopeId, class: 'loan' }], randomUUID() as never)(),
          )
          await closeTruth(truth)
          expect(reasonOf(await truthElsewhere(named)(layout)())).toMatch(/^KEYS: both logs are empty/)
          await closeTruth(right(await truthToFill(named)(layout)()))
        })
      })
    })
  }),
)
