import path from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import type { CertificateStatement } from '../../retention/certificates/certificate-statement'
import { releaseLegalHold } from '../../domain/use-cases/change-legal-hold'
import { requestErasure } from '../../domain/use-cases/request-erasure'
import { openLibraryIn, withRunningLibrary, withTemporaryFolder } from '../fixtures/running-library'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { forwardTo, hold, holdReason, isLoanErased, lendAndReturn, tryToHold } from './hold-steps'
import { nowOnce, registerNumberedBorrower } from './use-case-steps'

describe('a legal hold on an ended loan', () => {
  it('stops its erasure until the last day, and the loan is then erased with what the hold says; the certificates say how many holds stood', () =>
    withRunningLibrary(async (library) => {
      const { loan } = await lendAndReturn(library)
      const id = await hold(library, loan, '2026-03-31')
      await forwardTo(library, '2026-03-31')
      expect(await isLoanErased(library)).toBe(false)
      expect(await library.retention.status()).toMatchObject({ held: 1, holdsInForce: 1, overdue: 0, failed: [] })
      await forwardTo(library, '2026-04-01')
      expect(await isLoanErased(library)).toBe(true)
      expect(await library.retention.status()).toMatchObject({ held: 0, holdsInForce: 0, dueNow: 0, overdue: 0 })
      const read = async (scope: string): Promise<CertificateStatement> => {
        const [entry] = library.certificates.list({ scope: scope as never, limit: 1 })
        const certificate = await library.certificates.read(entry?.certificate as never)
        expect(certificate?.problem).toBeNull()
        return JSON.parse(certificate?.statement ?? '{}') as CertificateStatement
      }
      expect(await read(loan)).toMatchObject({ log: 'circulation', holdsInForce: 0 })
      expect((await read(id)).scopes.map(({ class: name }) => name)).toContain('hold')
    }))

  it('ends with the closing of the day on which it is released', () =>
    withRunningLibrary(async (library) => {
      const { loan } = await lendAndReturn(library)
      const id = await hold(library, loan, '2026-06-30')
      await forwardTo(library, '2026-03-10')
      rightOrThrow(
        await releaseLegalHold(library.useCaseDependencies)({ hold: id, ...holdReason, ...nowOnce(library) })(),
      )
      await library.retention.run()
      expect(await isLoanErased(library)).toBe(false)
      await forwardTo(library, '2026-03-11')
      expect(await isLoanErased(library)).toBe(true)
      expect(await library.retention.status()).toMatchObject({ overdue: 0, holdsInForce: 0 })
    }))

  it('comes too late for a loan that is declared for erasure, and names nothing that is unknown or nobody’s', () =>
    withRunningLibrary(async (library) => {
      const { loan } = await lendAndReturn(library)
      const id = await hold(library, loan, '2026-01-31')
      await forwardTo(library, '2026-03-10')
      expect(await tryToHold(library, loan, '2026-06-30')).toMatchObject({
        left: { refusal: { _tag: 'ScopeIsErased' } },
      })
      expect(await tryToHold(library, '00000000-0000-4000-8000-000000000000', '2026-06-30')).toMatchObject({
        left: { refusal: { _tag: 'ScopeIsUnknown' } },
      })
      const { borrower } = { borrower: await registerNumberedBorrower(library, 2) }
      const other = await hold(library, borrower, '2026-06-30')
      expect(await tryToHold(library, other, '2026-06-30')).toMatchObject({
        left: { refusal: { _tag: 'ClassCannotBeHeld' } },
      })
      expect(await tryToHold(library, id, '2026-06-30')).toMatchObject({ left: { refusal: { _tag: 'ScopeIsErased' } } })
    }))

  it('keeps its borrower: a request for erasure is refused, with the hold as the reason, until the hold is over', () =>
    withRunningLibrary(async (library) => {
      const { loan, borrower } = await lendAndReturn(library)
      await hold(library, loan, '2026-03-31')
      const request = () => requestErasure(library.useCaseDependencies)({ borrower, ...nowOnce(library) })()
      expect(await request()).toMatchObject({
        left: { refusal: { _tag: 'HoldsOrOwes', obstacles: [{ _tag: 'LegalHolds', count: 1 }] } },
      })
      await forwardTo(library, '2026-04-01')
      rightOrThrow(await request())
    }))

  it('keeps a borrower who has asked for erasure already, as long as the erasure is not declared', () =>
    withRunningLibrary(async (library) => {
      const { loan, borrower } = await lendAndReturn(library)
      rightOrThrow(await requestErasure(library.useCaseDependencies)({ borrower, ...nowOnce(library) })())
      await hold(library, loan, '2026-03-31')
      await forwardTo(library, '2026-03-20')
      expect(await isLoanErased(library)).toBe(false)
      expect(await library.retention.status()).toMatchObject({ holdsInForce: 1, overdue: 0 })
      await forwardTo(library, '2026-04-01')
      expect(await isLoanErased(library)).toBe(true)
      expect(library.certificates.list({ scope: borrower as never, limit: 1 })).toBeDefined()
    }))
})

describe('a legal hold whose event was changed', () => {
  it('leads to no erasure: its record and those of all borrowers are held until it is repaired', () =>
    withTemporaryFolder(async (folder) => {
      const alarms: string[] = []
      const options = { alarm: (kind: string) => void alarms.push(kind) }
      const opened = await openLibraryIn(folder, options)
      const { loan } = await lendAndReturn(opened)
      await hold(opened, loan, '2026-03-31')
      await opened.close()

      const set = (from: string, to: string): void => {
        const db = new Database(path.join(folder, 'circulation.db'))
        db.prepare(`UPDATE events SET open = replace(open, ?, ?) WHERE type = 'HoldSet'`).run(from, to)
        db.close()
      }
      set('2026-03-31', '2026-01-31')
      const changed = await openLibraryIn(folder, options)
      rightOrThrow(await changed.rebuildReadModels(() => undefined)())
      await forwardTo(changed, '2026-05-02')
      expect(await isLoanErased(changed)).toBe(false)
      const status = await changed.retention.status()
      expect(status).toMatchObject({ unreadableHolds: 1, holdsInForce: 0 })
      expect(status.failed.join()).toContain('HoldsAreUnreadable')
      expect(status.overdue).toBeGreaterThan(0)
      await changed.close()

      set('2026-01-31', '2026-03-31')
      const repaired = await openLibraryIn(folder, options)
      rightOrThrow(await repaired.checkLogs(undefined, () => undefined)())
      await forwardTo(repaired, '2026-05-03')
      expect(await isLoanErased(repaired)).toBe(true)
      await repaired.close()
    }))
})
