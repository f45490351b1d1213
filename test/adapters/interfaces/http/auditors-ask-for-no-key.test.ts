import { performance } from 'node:perf_hooks'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { openStoresInFolder } from '../../../../adapters/composition/stores/open-stores-in-folder'
import type { PrimaryStores } from '../../../../adapters/composition/stores/primary-stores'
import type { DataFolderLayout } from '../../../../adapters/stores/data-folder/data-folder-layout'
import { routes } from '../../../../adapters/interfaces/http/resources/routes'
import { replaySubjects, type ReplaySubject } from '../../../../domain/replay/replay-subject'
import type { Day } from '../../../../domain/values/day'
import { openingDay, withTemporaryFolder } from '../../../fixtures/running-library'
import { sharedMemoryStores } from '../../../fixtures/shared-memory-stores'
import { maxKeyCacheAgeMs } from '../../../../retention/keys/key-cache'
import { runCli } from '../cli/run-cli'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp, testBranch } from './http-steps'
import { aCamera, aReason } from './video-steps'
import {
  administratorUser,
  auditorUser,
  dutyOfficerUser,
  staffUser,
  videoRecorderUser,
  withHttpServer,
  type ServedLibrary,
} from './with-http-server'

/**
 * The keys that were asked for: wrapped keys that were read from the store, and unwrapped ones. The rows of erased scopes,
 * which the library compares with its certificates every few seconds, have no key.
 */
const spyOnKeys = () => {
  const requestedKeys: string[] = []
  const note = (name: string): void => void requestedKeys.push(name)
  const spyOn = (stores: PrimaryStores): PrimaryStores => ({
    ...stores,
    keyStore: {
      ...stores.keyStore,
      read: (scopes) =>
        pipe(
          stores.keyStore.read(scopes),
          TE.tapIO((rows) => () => rows.filter(({ _tag }) => _tag === 'Living').forEach(() => note('read'))),
        ),
    },
    ring: {
      ...stores.ring,
      unwrap: (...of) => {
        note('unwrap')
        return stores.ring.unwrap(...of)
      },
    },
  })
  return { requestedKeys, spyOn }
}

const lastDay = '2026-02-21' as Day

/** Ms: whoever reads a key after that asks for it again. */
const longerThanKeysAreInMemory = 2 * maxKeyCacheAgeMs

type Ids = Readonly<Record<string, string>>

const requestedOpening = { class: 'loan', reason: 'Stikprøve', hours: 1 }

/** Ids of records of each kind, for the parameters of paths. */
const prepare = async (library: ServedLibrary): Promise<Ids> => {
  const { send } = library
  const [copy, borrower, other] = [
    await acquireCopyByHttp(library),
    await registerBorrowerByHttp(library),
    await registerBorrowerByHttp(library),
  ]
  const { loan } = (await lendCopyByHttp(library, copy, borrower)).body
  const queue = '/titles/52557240/reservations'
  const { reservation } = (await send('POST', queue, { as: staffUser, body: { borrower: other } })).body
  const second = await acquireCopyByHttp(library, { title: '52557241' })
  await lendCopyByHttp(library, second, borrower)
  await send('POST', '/clock/forward', { as: administratorUser, body: { to: '2026-02-20' } })
  await send('POST', `/copies/${second}/return`, { as: staffUser, body: { branch: testBranch } })
  const fees = await send('GET', `/borrowers/${borrower}/fees`, { as: staffUser })
  const messages = await send('GET', `/borrowers/${borrower}/messages`, { as: staffUser })
  await send('POST', '/clock/forward', { as: administratorUser, body: { to: lastDay } })
  const body = { ...aCamera, from: '2026-02-20T10:00:00.000Z', until: '2026-02-20T11:00:00.000Z' }
  const { footage } = (await send('POST', '/video/recordings', { as: videoRecorderUser, body })).body
  const live = { ...aCamera, ...aReason }
  const { viewing } = (await send('POST', '/video/live-viewings', { as: dutyOfficerUser, body: live })).body
  const { opening } = (await send('POST', '/class-openings', { as: auditorUser, body: requestedOpening })).body
  const { certificates } = (await send('GET', '/certificates', { as: administratorUser })).body
  return {
    ...{ copy, borrower, loan, reservation, fee: fees.body.fees[0].fee, message: messages.body.messages[0].message },
    ...{ title: '52557240', branch: testBranch, month: '2026-01', table: 'loansByBranch', day: '2026-02-20' },
    ...{ certificate: certificates[0]?.certificate ?? '', log: 'circulation', stream: `copy-${copy}` },
    ...{ footage, viewing, opening, revision: '0', language: 'da' },
  }
}

const queriesByName: Readonly<Record<string, string>> = {
  readStatisticsTable: '?from=2026-01&until=2026-02',
  compareReplays: '?from=2026-01-10&until=2026-02-20',
}

const idOf = (subject: ReplaySubject, ids: Ids): string => ids[subject === 'recording' ? 'footage' : subject] ?? ''

/** The paths of a route: a replay is asked for of each subject. */
const pathsOf = (path: string, name: string, ids: Ids): ReadonlyArray<string> => {
  const fill = (values: Ids): string =>
    path.replaceAll(/:(\w+)/g, (_, member: string) => values[member] ?? 'x') + (queriesByName[name] ?? '')
  if (!path.includes(':subject')) return [fill(ids)]
  return replaySubjects.map((subject) => fill({ ...ids, subject, id: idOf(subject, ids) }))
}

const proofRoutes: ReadonlyArray<string> = ['readCertificateProof', 'readEventProof']

/** Lets the time pass for which keys are in memory. */
const letKeysExpire = (): void => {
  const elapsed = performance.now.bind(performance)
  jest.spyOn(performance, 'now').mockImplementation(() => elapsed() + longerThanKeysAreInMemory)
}

interface SecondProcess extends ServedLibrary {
  readonly ids: Ids
  /** What was asked of the key store and the ring since the process has neither a state nor a key in memory. */
  readonly requestedKeys: string[]
}

/** A library with records of each kind, in a process that has none of their states in memory, and no key any more. */
const inSecondProcess = async (use: (process: SecondProcess) => Promise<void>): Promise<void> => {
  const { storesOf } = sharedMemoryStores()
  const { requestedKeys, spyOn } = spyOnKeys()
  const inProcess = <A>(name: string, startOn: Day, then: (library: ServedLibrary) => Promise<A>): Promise<A> =>
    withHttpServer(then, undefined, { startOn, openPrimaryStores: () => TE.right(spyOn(storesOf(name))) })
  const ids = await inProcess('first', openingDay, prepare)
  await inProcess('second', lastDay, async (library) => {
    await library.runningLibrary.catchUpReadModels()
    letKeysExpire()
    requestedKeys.length = 0
    await use({ ...library, ids, requestedKeys })
  })
}

afterEach(() => jest.restoreAllMocks())

describe('an auditor', () => {
  it('makes the library ask for no key, on any route that auditors may read', () =>
    inSecondProcess(async ({ send, ids, requestedKeys }) => {
      const open = routes.filter(
        ({ roles, method }) => roles !== 'anyone' && roles.includes('auditor') && method === 'get',
      )
      expect(open.length).toBeGreaterThan(25)
      const statuses = new Map<string, ReadonlyArray<number>>()
      for (const { path, name } of open) {
        const replies = []
        for (const each of pathsOf(path, name, ids)) replies.push((await send('GET', each, { as: auditorUser })).status)
        statuses.set(name, replies)
      }
      expect((await send('POST', '/class-openings', { as: auditorUser, body: requestedOpening })).status).toBe(201)
      expect(requestedKeys).toEqual([])
      const failed = [...statuses].filter(([, replies]) => replies.every((status) => status >= 400))
      // These stores have no trees: the next test asks for proofs.
      expect(failed.map(([name]) => name)).toEqual(proofRoutes)
      await send('GET', `/replays/copy/${idOf('copy', ids)}`, { as: staffUser })
      expect(requestedKeys).toContain('unwrap')
    }))

  it('makes the library ask for no key, by a proof', () => {
    const { requestedKeys, spyOn } = spyOnKeys()
    const openPrimaryStores = (layout: DataFolderLayout) => pipe(openStoresInFolder(layout), TE.map(spyOn))
    return withHttpServer(
      async (library) => {
        const ids = await prepare(library)
        await library.runningLibrary.transparency!.signHeadsOfClosings()
        letKeysExpire()
        requestedKeys.length = 0
        const proofs = routes.filter(({ name }) => proofRoutes.includes(name)).flatMap(({ path, name }) => pathsOf(path, name, ids)) // prettier-ignore
        for (const path of proofs) expect((await library.send('GET', path, { as: auditorUser })).status).toBe(200)
        expect(requestedKeys).toEqual([])
      },
      undefined,
      { startOn: openingDay, openPrimaryStores },
    )
  })

  it('makes the library ask for no key, by any command of audit', () =>
    inSecondProcess(async ({ runningLibrary, ids, requestedKeys }) => {
      const library = { ...runningLibrary, close: () => Promise.resolve() }
      const asOpened = {
        openLibrary: () => Promise.resolve({ _tag: 'Right', right: library } as const),
        holdsLibrary: () => true,
      }
      await withTemporaryFolder(async (folder) => {
        const commands = [
          ...[['due'], ['living'], ['completeness'], ['certificates'], ['holds'], ['access'], ['damaged'], ['report']],
          ...[['stores'], ['export', `${folder}-export`]],
          ...replaySubjects.map((subject) => ['replay', subject, idOf(subject, ids)]),
        ]
        for (const command of commands) {
          const { code, problems } = await runCli(['--data', folder, 'audit', ...command], asOpened)
          expect([command, code, problems]).toEqual([command, 0, []])
        }
        expect(requestedKeys).toEqual([])
      })
    }))
})
