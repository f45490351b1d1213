import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { ErasureDue } from '../../../domain/erasure/events/erasure-due'
import { canonicalJson } from '../../../domain/event/canonical-json'
import type { StreamName } from '../../../domain/event/stream'
import { monthOf } from '../../../domain/values/month'
import type { BorrowerId, EventId, RunId, ScopeId } from '../../../domain/values/ids'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { borrowerById } from '../../../projections/borrowers/borrower-record-queries'
import { openOptionsWithAlarm } from '../../crash/crash-library'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { openLibraryIn } from '../../fixtures/running-library'
import { waitUntil } from '../../fixtures/wait-until'
import { borrowerIdsOf, withPreparedFolder } from '../errors/prepared-folder'
import { readOpenParts, writeEvent } from './write-event'

const run = '0d1f8a52-53f5-4f0e-8f4c-1c86d7d8a001' as RunId
const stream = `erasure-${run}`

/** The declaration that every living borrower of a folder is due. */
const declarationOfBorrowers = (folder: string): ErasureDue => {
  const scopes = readOpenParts(folder, 'persons', 'BorrowerRegistered').map(({ id, open }) => ({
    scope: open['borrower'] as ScopeId,
    class: 'borrower' as const,
    trigger: id as EventId,
  }))
  return ErasureDue({ run, reason: 'requested', scopes }, {})
}

/** Opens a folder, and answers the alarms that it raised. */
const withLibrary = async (folder: string, use: (library: RunningLibrary) => Promise<unknown>) => {
  const alarms: string[] = []
  const library = await openLibraryIn(folder, {
    ...openOptionsWithAlarm(() => undefined),
    alarm: (kind, details) => void alarms.push(`${kind}: ${String(details?.['reason'])}`),
  })
  try {
    await use(library)
  } finally {
    await library.close()
  }
  return alarms
}

const refused = 'ErasureRefused: one of its scopes is not due'

const expectNobodyErased = async (library: RunningLibrary, borrowers: ReadonlyArray<BorrowerId>): Promise<void> => {
  expect(borrowerIdsOf(library)).toEqual(borrowers)
  expect(await library.keyStoreStatus()).toMatchObject({ fenced: 0 })
  expect(library.certificates.list({ limit: 10 })).toEqual([])
  const [first] = borrowers
  const shown = await library.showStream('persons', `borrower-${String(first)}` as never)
  expect(shown[0]?.living).toContain('borrower')
}

const borrowersOf = async (folder: string): Promise<ReadonlyArray<BorrowerId>> => {
  let borrowers: ReadonlyArray<BorrowerId> = []
  await withLibrary(folder, (library) => Promise.resolve((borrowers = borrowerIdsOf(library))))
  return borrowers
}

describe('an `ErasureDue` that somebody wrote into the log for living borrowers', () => {
  it.each(['with the read models of before', 'with new read models'])('erases nobody at a start %s', (how) =>
    withPreparedFolder(async (folder) => {
      const borrowers = await borrowersOf(folder)
      const declaration = declarationOfBorrowers(folder)
      const scopes = declaration.open.scopes.length
      expect(scopes).toBeGreaterThan(9)
      await writeEvent(folder, 'persons', stream, declaration)
      if (how === 'with new read models') rmSync(path.join(folder, 'views'), { recursive: true })
      for (let start = 0; start < 2; start += 1) {
        const alarms = await withLibrary(folder, async (library) => {
          await expectNobodyErased(library, borrowers)
          const report = await library.retention.run()
          expect(report).toMatchObject({ erased: {}, failed: [], dueNow: 0 })
          expect(report.refusedRuns).toEqual([
            { log: 'persons', stream, revision: 0, scopes, reason: 'one of its scopes is not due' },
          ])
          expect((await library.retention.status()).refusedRuns).toHaveLength(1)
          const health = await library.checkHealth()
          expect(health).toMatchObject({ ok: false, retention: { refusedRuns: [{ log: 'persons', stream }] } })
          rightOrThrow(await library.rebuildReadModels(() => undefined)())
          await expectNobodyErased(library, borrowers)
          const { findings } = await library.certificates.verifyAll(() => undefined)
          expect(findings).toEqual([{ log: 'persons', stream, problem: 'refused' }])
        })
        expect(alarms).toEqual([refused])
      }
    }),
  )

  it('erases nobody while the service runs', () =>
    withPreparedFolder(async (folder) => {
      const borrowers = await borrowersOf(folder)
      const alarms = await withLibrary(folder, async (library) => {
        const { clock, stores } = library.useCaseDependencies.commandHandling
        const { type, open } = declarationOfBorrowers(folder)
        const stored = { id: randomUUID() as EventId, type, version: 1, recorded: monthOf(clock.today()) }
        const event = { ...stored, open: canonicalJson(open), sealed: new Uint8Array(0) }
        rightOrThrow(await stores.persons.append(stream as StreamName, 'none', [event])())
        await waitUntil(async () => (await library.retention.status()).refusedRuns.length > 0)
        await library.retention.run()
        await expectNobodyErased(library, borrowers)
        expect(borrowerById(borrowers[0] as BorrowerId)(library.rows)).toBeDefined()
      })
      expect(alarms).toEqual([refused])
    }))

  it('is refused in the stream of a borrower as well', () =>
    withPreparedFolder(async (folder) => {
      const borrowers = await borrowersOf(folder)
      const [first] = readOpenParts(folder, 'persons', 'BorrowerRegistered')
      const scope = {
        scope: first?.open['borrower'] as ScopeId,
        class: 'borrower',
        trigger: first?.id as EventId,
      } as const
      await writeEvent(
        folder,
        'persons',
        `borrower-${scope.scope}`,
        ErasureDue({ run, reason: 'due', scopes: [scope] }, {}),
      )
      const alarms = await withLibrary(folder, async (library) => {
        await library.retention.run()
        await expectNobodyErased(library, borrowers)
      })
      expect(alarms).toEqual(['ErasureRefused: it is declared in the stream of something else'])
    }))
})
