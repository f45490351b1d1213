import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import { changeBorrower } from '../../domain/use-cases/change-borrower'
import type { StreamName } from '../../domain/event/stream'
import type { Cpr } from '../../domain/values/cpr'
import type { Day } from '../../domain/values/day'
import type { BorrowerId, GuardianId, GuardianshipId, IdentityId } from '../../domain/values/ids'
import { registeredGuardianOf } from '../../projections/guardians/guardian-queries'
import { annasContactDetails } from '../fixtures/example-borrowers'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { withRunningLibrary } from '../fixtures/running-library'
import { forwardTo } from './hold-steps'
import { acquireOneCopy, nowOnce, registerNumberedBorrower } from './use-case-steps'

/** Registers a borrower who was born on a day. */
const registerBornOn = async (library: RunningLibrary, number: number, birthDate: string): Promise<BorrowerId> => {
  const borrower = await registerNumberedBorrower(library, number)
  const change = changeBorrower(library.useCaseDependencies)(borrower, nowOnce(library))
  const who = { cpr: null, name: 'Bo Barn', group: 'child', municipality: null } as const
  rightOrThrow(
    await change(({ idFor }) => ({
      ...{ type: 'ChangeIdentity', borrower, identity: idFor('identity') as IdentityId, reason: 'Fødselsdato' },
      details: { ...who, birthDate: birthDate as Day },
    }))(),
  )
  return borrower
}

const registerGuardian = async (library: RunningLibrary, borrower: BorrowerId, cpr: string): Promise<void> => {
  const change = changeBorrower(library.useCaseDependencies)(borrower, nowOnce(library))
  rightOrThrow(
    await change(({ idFor }) => ({
      ...{ type: 'RegisterGuardian', borrower, guardian: idFor('guardian') as GuardianId },
      guardianship: idFor('guardianship') as GuardianshipId,
      details: { cpr: cpr as Cpr, name: 'Vera Værge', details: annasContactDetails, paper: null },
      day: library.useCaseDependencies.commandHandling.clock.today(),
    }))(),
  )
}

const eventsOf = async (library: RunningLibrary, borrower: BorrowerId) =>
  (await library.showStream('persons', `borrower-${borrower}` as StreamName)).filter(({ type }) =>
    type.startsWith('Guardian'),
  )

/** Type, month of recording, and how many parts can still be read, of each event about a guardian. */
const readableEventsOf = async (library: RunningLibrary, borrower: BorrowerId) =>
  (await eventsOf(library, borrower)).map(({ type, recorded, living }) => [type, recorded, living.length])

const guardianIn = async (library: RunningLibrary, borrower: BorrowerId) => {
  rightOrThrow(await library.catchUpReadModels())
  return registeredGuardianOf(borrower)(library.rows)?.name
}

describe('a guardianship (værgemål)', () => {
  it('is ended by the closing of the month of the 18th birthday, and forgotten with the closing of the next one', () =>
    withRunningLibrary(async (library) => {
      await acquireOneCopy(library)
      const child = await registerBornOn(library, 1, '2008-02-10')
      const younger = await registerBornOn(library, 2, '2008-03-01')
      for (const borrower of [child, younger]) await registerGuardian(library, borrower, '0101705000')
      await forwardTo(library, '2026-02-28')
      expect(await guardianIn(library, child)).toBe('Vera Værge')
      await forwardTo(library, '2026-03-01')
      expect([await guardianIn(library, child), await guardianIn(library, younger)]).toEqual([undefined, 'Vera Værge'])
      await forwardTo(library, '2026-03-31')
      expect(await readableEventsOf(library, child)).toEqual([
        ['GuardianRegistered', '2026-01', 1],
        ['GuardianshipEnded', '2026-03', 0],
      ])
      await forwardTo(library, '2026-04-01')
      expect((await readableEventsOf(library, child)).map(([, , readable]) => readable)).toEqual([0, 0])
      expect((await readableEventsOf(library, younger))[0]).toEqual(['GuardianRegistered', '2026-01', 1])
      expect(await library.retention.status()).toMatchObject({ overdue: 0, dueNow: 0 })
    }))

  it('that is replaced is forgotten with the closing of the next month; the new one stays', () =>
    withRunningLibrary(async (library) => {
      await acquireOneCopy(library)
      const child = await registerBornOn(library, 1, '2015-02-10')
      await registerGuardian(library, child, '0101705000')
      await registerGuardian(library, child, '0202715001')
      await forwardTo(library, '2026-02-28')
      expect((await readableEventsOf(library, child)).map(([, , readable]) => readable)).toEqual([1, 1])
      await forwardTo(library, '2026-03-01')
      expect((await readableEventsOf(library, child)).map(([, , readable]) => readable)).toEqual([0, 1])
    }))

  it('bears openly neither a day, nor who the guardian is, nor which guardianships are of one person', () =>
    withRunningLibrary(async (library) => {
      await acquireOneCopy(library)
      const children = [await registerBornOn(library, 1, '2008-01-20'), await registerBornOn(library, 2, '2008-01-21')]
      for (const child of children) await registerGuardian(library, child, '0101705000')
      await forwardTo(library, '2026-02-01')
      const shown = await Promise.all(children.map((child) => eventsOf(library, child)))
      expect(shown.map((events) => events.map(({ type }) => type))).toEqual([
        ['GuardianRegistered', 'GuardianshipEnded'],
        ['GuardianRegistered', 'GuardianshipEnded'],
      ])
      const members = shown.flat().map(({ stored }) => Object.keys(stored.open).sort().join())
      expect(new Set(members)).toEqual(new Set(['borrower,guardian,replaces', 'borrower,endedIn,guardian']))
      expect(JSON.stringify(shown.flat().map(({ stored }) => stored))).not.toMatch(/2026-\d\d-\d\d|0101705000|Vera/)
      const guardians = shown.map(([registered]) => registered?.stored.open['guardian'])
      expect(new Set(guardians).size).toBe(2)
    }))
})
