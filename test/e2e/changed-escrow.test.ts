import { existsSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import { dataFolderLayout } from '../../adapters/stores/data-folder/data-folder-layout'
import { defaultLibraryPolicy } from '../../domain/policy/policy'
import { samePolicyEachDay } from '../../domain/policy/policy-by-day'
import { lendCopy } from '../../domain/use-cases/lend-copy'
import { addDays, type Day } from '../../domain/values/day'
import { eraseBorrower } from '../fixtures/backups'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { openingDay, openLibraryIn, withTemporaryFolder } from '../fixtures/running-library'
import { acquireOneCopy, homeBranch, nowOnce, oneCopy, registerNumberedBorrower } from './use-case-steps'

interface Opened {
  readonly library: RunningLibrary
  readonly alarms: ReadonlyArray<string>
}

/** Nobody is reminded of the loan: what is erased of a message later would have a horizon of its own. */
const policy = samePolicyEachDay({
  ...defaultLibraryPolicy,
  messages: { ...defaultLibraryPolicy.messages, notReminded: ['adult'] },
})

/** Opens the library of a folder with another folder for its escrow. */
const withEscrow = async (folder: string, escrow: string, use: (opened: Opened) => Promise<void>): Promise<void> => {
  const alarms: string[] = []
  const library = await openLibraryIn(folder, {
    ...{ policy, ringPlaces: { escrow } },
    alarm: (kind) => void alarms.push(kind),
  })
  try {
    await use({ library, alarms })
  } finally {
    await library.close()
  }
}

/** A loan with an idempotency key opens the day, which is closed later. */
const lendOne = async (library: RunningLibrary): Promise<void> => {
  await acquireOneCopy(library)
  const borrower = await registerNumberedBorrower(library, 2)
  const lending = { copy: oneCopy, borrower, branch: homeBranch, at: nowOnce(library).at }
  rightOrThrow(await lendCopy(library.useCaseDependencies)({ ...lending, origin: { _tag: 'Keyed', key: 'a loan' } })())
}

/** Moves the clock on, and does what a service does every minute. */
const maintainOn = async (library: RunningLibrary, day: Day): Promise<void> => {
  rightOrThrow(await library.clock.moveTo(day, () => undefined)())
  await library.epochs.maintain()
}

const afterEscrow = addDays(40)(openingDay)

/** Of what was certified before the escrow was changed: what was erased later has a horizon of its own. */
const horizons = async (library: RunningLibrary): Promise<ReadonlyArray<string>> => {
  rightOrThrow(await library.catchUpReadModels())
  return library.certificates
    .list({ limit: 10 })
    .filter(({ certifiedOn }) => certifiedOn < afterEscrow)
    .map(({ horizon }) => horizon.status)
}

describe('a library whose escrow was changed to another folder', () => {
  it('destroys no key and declares no horizon, and says which file it misses, until the files are moved', () =>
    withTemporaryFolder(async (folder) => {
      const [before, after] = [`${folder}-before`, `${folder}-after`]
      await withEscrow(folder, before, async ({ library }) => {
        await lendOne(library)
        await eraseBorrower(library, await registerNumberedBorrower(library, 1))
        rightOrThrow(await library.epochs.roll(() => undefined)())
      })
      expect(readdirSync(before)).toEqual(['escrow-1.json'])
      await withEscrow(folder, after, async ({ library, alarms }) => {
        await maintainOn(library, afterEscrow)
        await maintainOn(library, addDays(8)(afterEscrow))
        expect(new Set(await horizons(library))).toEqual(new Set(['open']))
        expect(new Set(alarms)).toContain('RetiredEpochNotDestroyed')
        const rollWaitsFor = expect.stringContaining('escrow-1.json') as string
        expect(await library.checkHealth()).toMatchObject({ ok: false, retention: { rollWaitsFor } })
        expect(await library.keyStoreStatus()).toMatchObject({ rollWaitsFor })
      })
      renameSync(path.join(before, 'escrow-1.json'), path.join(after, 'escrow-1.json'))
      await withEscrow(folder, after, async ({ library }) => {
        await maintainOn(library, addDays(9)(afterEscrow))
        expect(new Set(await horizons(library))).toEqual(new Set(['declared']))
        expect(await library.checkHealth()).toMatchObject({ retention: { rollWaitsFor: null } })
        expect(readdirSync(after)).not.toContain('escrow-1.json')
      })
    }))

  it('of an earlier version is opened with the right escrow after an empty one, and learns from the log what has ended', () =>
    withTemporaryFolder(async (folder) => {
      const [before, after] = [`${folder}-before`, `${folder}-after`]
      const note = path.join(dataFolderLayout(folder).ring, 'ended-epochs.json')
      await withEscrow(folder, before, async ({ library }) => {
        await lendOne(library)
        rightOrThrow(await library.epochs.roll(() => undefined)())
      })
      rmSync(note)
      await withEscrow(folder, after, () => Promise.resolve())
      expect(existsSync(note)).toBe(false)
      await withEscrow(folder, before, async ({ library }) => {
        expect(readFileSync(note, 'utf8')).toContain('"upTo":0')
        await maintainOn(library, afterEscrow)
        await maintainOn(library, addDays(8)(afterEscrow))
      })
      expect(readdirSync(before)).not.toContain('escrow-1.json')
      const noted = readFileSync(note, 'utf8')
      rmSync(note)
      await withEscrow(folder, before, () => Promise.resolve())
      expect(readFileSync(note, 'utf8')).toBe(noted)
    }))
})
