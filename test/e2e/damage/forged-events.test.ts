import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { StreamName } from '../../../domain/event/stream'
import type { CopyId } from '../../../domain/values/ids'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { addDays } from '../../../domain/values/day'
import { crashCopies, withPreparedFolder } from '../errors/prepared-folder'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { withDamagedLibrary } from './damage-event'
import { forgedCodes, insertEvent, readEvent, withLogRows } from './write-log-rows'
import { copyWithModes } from '../../fixtures/copy-with-modes'

const lentCopy = crashCopies[0] as CopyId
const streamOfLoan = `copy-${lentCopy}` as StreamName

const forward = async (library: RunningLibrary, days: number): Promise<void> => {
  const today = library.useCaseDependencies.commandHandling.clock.today()
  rightOrThrow(await library.clock.moveTo(addDays(days)(today), () => undefined)())
}

const reasonsOf = (library: RunningLibrary): ReadonlyArray<readonly [string, number, string]> =>
  library.damagedEvents().map(({ stream, revision, reason }) => [stream, revision, reason])

const loanAsStaffSee = async (library: RunningLibrary): Promise<unknown> =>
  (await library.showStream('circulation', streamOfLoan))[1]?.staff['loan']

const isLent = async (library: RunningLibrary): Promise<boolean> =>
  rightOrThrow(await library.useCaseDependencies.decisionQueries.currentLoanOf(lentCopy)()) !== undefined

describe('somebody who may write to a log, and has no key', () => {
  it.each(forgedCodes)('starts no clock with a forged return with %s and the part of another event', (_what, code) =>
    withPreparedFolder(async (folder) => {
      const { open, sealed, recorded } = readEvent(folder, 'LoanStarted')
      const { loan, copy, title, branch } = open
      const returned = { branch, copy, loan, returnedOn: recorded, title }
      insertEvent(folder, 'circulation', {
        ...{ stream: streamOfLoan, type: 'LoanReturned', recorded, open: returned, sealed, code },
      })
      await withDamagedLibrary(folder, async (library) => {
        expect(reasonsOf(library)).toEqual([[streamOfLoan, 2, expect.stringMatching(/^the code /)]])
        expect(await isLent(library)).toBe(true)
        expect(await library.checkHealth()).toMatchObject({ ok: false, damaged: { events: 1 } })
        await forward(library, 40)
        expect(await library.retention.status()).toMatchObject({ held: 0, overdue: 0, failed: [] })
        expect(await loanAsStaffSee(library)).toHaveProperty('borrower')
      })
    }),
  )

  it.each(forgedCodes)('erases nothing with a forged declaration with %s', (_what, code) =>
    withPreparedFolder(async (folder) => {
      const { id, open, recorded } = readEvent(folder, 'LoanStarted')
      const run = randomUUID()
      const trigger = id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
      const scopes = [{ class: 'loan', scope: open['loan'], trigger }]
      insertEvent(folder, 'circulation', {
        ...{ stream: `erasure-${run}`, type: 'ErasureDue', recorded, open: { reason: 'due', run, scopes }, code },
      })
      await withDamagedLibrary(folder, async (library) => {
        const { living } = await library.keyStoreStatus()
        await library.retention.run()
        expect(reasonsOf(library)).toEqual([[`erasure-${run}`, 0, expect.stringMatching(/^the code /)]])
        expect(await library.keyStoreStatus()).toMatchObject({ living })
        expect(await loanAsStaffSee(library)).toHaveProperty('borrower')
        expect(rightOrThrow(await library.checkLogs(undefined, () => undefined)()).damaged).toHaveLength(1)
      })
    }),
  )

  it('changes no read model with an event from which the code was taken', () =>
    withPreparedFolder(async (folder) => {
      withLogRows(folder, 'circulation', (db) =>
        db.prepare(`UPDATE events SET code = NULL WHERE type = 'LoanStarted'`).run(),
      )
      await withDamagedLibrary(folder, async (library) => {
        expect(reasonsOf(library)).toEqual([[streamOfLoan, 1, 'the code is missing']])
        expect(await isLent(library)).toBe(false)
      })
    }))

  it('is found when two events change places', () =>
    withPreparedFolder(async (folder) => {
      const streams = [`copy-${String(crashCopies[1])}`, `copy-${String(crashCopies[2])}`]
      withLogRows(folder, 'circulation', (db) => {
        const ids = streams.map((name) => db.prepare('SELECT id FROM streams WHERE name = ?').pluck().get(name))
        const move = db.prepare('UPDATE events SET stream = ? WHERE stream = ?')
        move.run(-1, ids[0])
        move.run(ids[0], ids[1])
        move.run(ids[1], -1)
      })
      await withDamagedLibrary(folder, (library) => {
        expect(new Set(reasonsOf(library).map(([stream]) => stream))).toEqual(new Set(streams))
        return Promise.resolve()
      })
    }))

  it('is found when a log is that of another library', () =>
    withPreparedFolder((folder) =>
      withPreparedFolder(async (other) => {
        copyWithModes(path.join(other, 'circulation.db'), path.join(folder, 'circulation.db'))
        await withDamagedLibrary(folder, async (library) => {
          const { damaged, events } = rightOrThrow(await library.checkLogs(undefined, () => undefined)())
          const ofCirculation = damaged.filter(({ log }) => log === 'circulation')
          expect(ofCirculation.length).toBeGreaterThan(0)
          expect(new Set(ofCirculation.map(({ reason }) => reason))).toEqual(new Set(['the code does not match']))
          expect(events).toBeGreaterThan(ofCirculation.length)
        })
      }),
    ))
})
