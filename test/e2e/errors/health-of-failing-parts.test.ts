import { spawnSync } from 'node:child_process'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { openStoresInFolder } from '../../../adapters/composition/stores/open-stores-in-folder'
import type { PrimaryStores } from '../../../adapters/composition/stores/primary-stores'
import type { ProcessStatus } from '../../../adapters/processes/running-library/health'
import type { EventStore } from '../../../domain/ports/event-store'
import { lendCopy } from '../../../domain/use-cases/lend-copy'
import { compiledProject } from '../../crash/compiled-project'
import { openLibraryIn, withTemporaryFolder } from '../../fixtures/running-library'
import { waitUntil } from '../../fixtures/wait-until'
import { acquireOneCopy, homeBranch, nowOnce, oneCopy, registerNumberedBorrower } from '../use-case-steps'
import { withPreparedFolder } from './prepared-folder'

/** The largest size of a file, in blocks of 1,024 bytes: the operating system refuses to write more. */
const maxFileBlocks = 4_000

interface HealthOnFullDisk {
  readonly before: unknown
  readonly whileFull: { readonly failingParts: ReadonlyArray<{ readonly since: string }> }
  readonly processWhileFull: unknown
  readonly after: unknown
  readonly registered: boolean
  readonly alarms: ReadonlyArray<{ readonly kind: string }>
}

describe('whatever makes commands fail shows in health', () => {
  it('while the disk is full: which part, since when and what to do, once in the log, and until there is room', () =>
    withPreparedFolder((folder) => {
      const program = compiledProject.program('child/watch-health-on-full-disk.js')
      const child = `ulimit -S -f ${String(maxFileBlocks)}; exec "${process.execPath}" "${program}" "${folder}"`
      const { stdout } = spawnSync('bash', ['-c', child], { encoding: 'utf8' })
      const seen = JSON.parse(stdout) as HealthOnFullDisk
      expect(seen.before).toMatchObject({ ok: true, failingParts: [] })
      expect(seen.whileFull).toMatchObject({ ok: false })
      expect(seen.whileFull.failingParts).toContainEqual({
        part: expect.stringMatching(/^(persons|keys)$/) as unknown,
        since: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/) as unknown,
        reason: expect.stringContaining('SQLITE_') as unknown,
        whatToDo: 'Make room on the disk. Work goes on by itself.',
      })
      expect(seen.processWhileFull).toEqual({ live: true, ready: false })
      expect(seen.after).toMatchObject({ ok: true, failingParts: [] })
      expect(seen.registered).toBe(true)
      // One line for each part that failed, although more than twenty commands did.
      const began = seen.alarms.filter(({ kind }) => kind === 'PartFails')
      expect(began.length).toBeGreaterThan(0)
      expect(new Set(began.map((alarm) => JSON.stringify(alarm))).size).toBe(began.length)
      expect(seen.alarms.filter(({ kind }) => kind === 'PartWorksAgain')).toHaveLength(began.length)
      return Promise.resolve()
    }))

  /** A failure that a test begins and ends. */
  interface Failure {
    reason: string | undefined
  }

  const failWithReason =
    (failure: Failure, tag: 'StoreUnavailable' | 'Unavailable') =>
    <Args extends ReadonlyArray<unknown>, Err, A>(call: (...args: Args) => TE.TaskEither<Err, A>) =>
    (...args: Args): TE.TaskEither<Err, A> =>
    () =>
      failure.reason === undefined
        ? call(...args)()
        : Promise.resolve(E.left({ _tag: tag, reason: failure.reason } as Err))

  const failingLog = (failure: Failure, log: EventStore): EventStore => ({
    ...log,
    append: failWithReason(failure, 'StoreUnavailable')(log.append),
    probeWrite: failWithReason(failure, 'StoreUnavailable')(() => log.probeWrite ?? log.health)(),
  })

  const failParts: Readonly<
    Record<'circulation' | 'keys' | 'ring', (failure: Failure) => (stores: PrimaryStores) => PrimaryStores>
  > = {
    circulation: (failure) => (stores) => ({
      ...stores,
      logs: { ...stores.logs, circulation: failingLog(failure, stores.logs.circulation) },
    }),
    keys: (failure) => (stores) => ({
      ...stores,
      keyStore: {
        ...stores.keyStore,
        insert: failWithReason(failure, 'Unavailable')(stores.keyStore.insert),
        probeWrite: failWithReason(failure, 'Unavailable')(() => stores.keyStore.probeWrite ?? TE.right(undefined))(),
      },
    }),
    ring: (failure) => (stores) => ({
      ...stores,
      ring: {
        ...stores.ring,
        wrap: failWithReason(failure, 'Unavailable')(stores.ring.wrap),
        readModelKey: failWithReason(failure, 'Unavailable')(stores.ring.readModelKey),
      },
    }),
  }

  it.each<[keyof typeof failParts, string, ProcessStatus]>([
    ['circulation', 'the file cannot be written (SQLITE_READONLY)', { live: true, ready: false }],
    [
      'circulation',
      'the writer thread has ended; its last requests may have been written',
      { live: false, ready: false },
    ],
    ['keys', 'the disk is full (SQLITE_FULL)', { live: true, ready: false }],
    ['ring', 'the ring does not answer', { live: true, ready: false }],
  ])('while %s fails, because %s, and no longer', (part, reason, process) =>
    withTemporaryFolder(async (folder) => {
      const failure: Failure = { reason: undefined }
      const alarms: unknown[] = []
      const library = await openLibraryIn(folder, {
        openPrimaryStores: (layout) => pipe(openStoresInFolder(layout), TE.map(failParts[part](failure))),
        alarm: (kind, details) => alarms.push({ kind, ...details }),
      })
      try {
        await acquireOneCopy(library)
        const borrower = await registerNumberedBorrower(library, 1)
        const lend = () =>
          lendCopy(library.useCaseDependencies)({ copy: oneCopy, borrower, branch: homeBranch, ...nowOnce(library) })()
        failure.reason = reason
        for (let attempt = 0; attempt < 3; attempt += 1) expect(await lend()).toMatchObject({ _tag: 'Left' })
        expect(await library.checkHealth()).toMatchObject({ ok: false, failingParts: [{ part, reason }] })
        expect(await library.checkProcess()).toEqual(process)
        expect(alarms).toEqual([{ kind: 'PartFails', part, reason }])
        failure.reason = undefined
        await waitUntil(async () => (await library.checkHealth()).ok)
        expect(alarms.slice(1)).toEqual([{ kind: 'PartWorksAgain', part }])
        expect(await lend()).toMatchObject({ _tag: 'Right' })
      } finally {
        await library.close()
      }
    }),
  )
})
