import type { Day } from '../../../../domain/values/day'
import { moveClockTo } from '../../../e2e/use-case-steps'
import { changeGuardianByHttp, otherGuardianCpr, registerGuardianByHttp, withGuardian } from './guardian-steps'
import { testBranch } from './http-steps'
import { staffUser } from './with-http-server'

describe('the papers on which guardians were registered', () => {
  it('are listed by branch and month with the name of the child when the guardianship has ended, until staff destroy them', () =>
    withGuardian(async (library, child) => {
      const { send } = library
      const papers = async () => (await send('GET', '/guardian-papers', { as: staffUser })).body.papers
      expect(await papers()).toEqual([])
      await changeGuardianByHttp(library, 'DELETE', child)
      const [paper] = await papers()
      expect(paper).toMatchObject({
        month: '2025-11',
        branch: testBranch,
        child: { name: 'Bo Barn' },
        destroyBy: '2026-02-28',
      })
      const confirm = () => send('POST', `/guardian-papers/${paper.guardian}/destroyed`, { as: staffUser, body: {} })
      expect((await confirm()).status).toBe(200)
      expect((await confirm()).status).toBe(404)
      expect(await papers()).toEqual([])
    }))

  it('are not listed of a guardian who was corrected, or was not registered on paper', () =>
    withGuardian(async (library, child) => {
      const papers = async () => (await library.send('GET', '/guardian-papers', { as: staffUser })).body.papers
      await registerGuardianByHttp(library, child, { name: 'Vera Ny' })
      expect(await papers()).toEqual([])
      await registerGuardianByHttp(library, child, { cpr: otherGuardianCpr, paperMonth: null, paperBranch: null })
      expect(await papers()).toHaveLength(1)
      await changeGuardianByHttp(library, 'DELETE', child)
      expect(await papers()).toHaveLength(1)
      await moveClockTo(library.runningLibrary, '2026-02-28' as Day)
      await library.runningLibrary.retention.run()
      expect(await papers()).toHaveLength(1)
      await moveClockTo(library.runningLibrary, '2026-03-01' as Day)
      await library.runningLibrary.retention.run()
      expect(await papers()).toEqual([])
    }))

  it('are counted by the month in which the guardianship ended, when the list forgets them, until staff confirm them by their number', () =>
    withGuardian(async (library, child) => {
      const unconfirmed = async () =>
        (await library.send('GET', '/unconfirmed-guardian-papers', { as: staffUser })).body.months
      const confirm = (endedIn: string, papers: number) =>
        library.send('POST', `/unconfirmed-guardian-papers/${endedIn}/destroyed`, { as: staffUser, body: { papers } })
      await changeGuardianByHttp(library, 'DELETE', child)
      await moveClockTo(library.runningLibrary, '2026-02-28' as Day)
      expect(await unconfirmed()).toEqual([])
      expect((await confirm('2026-01', 1)).status).toBe(409)
      await moveClockTo(library.runningLibrary, '2026-03-01' as Day)
      expect(await unconfirmed()).toEqual([{ endedIn: '2026-01', papers: 1 }])
      expect((await confirm('2026-01', 2)).status).toBe(409)
      expect((await confirm('2026-01', 0)).status).toBe(400)
      expect((await confirm('2026-01', 1)).status).toBe(200)
      expect(await unconfirmed()).toEqual([])
    }))

  it('are not counted once staff have confirmed them', () =>
    withGuardian(async (library, child) => {
      const { send, runningLibrary } = library
      await changeGuardianByHttp(library, 'DELETE', child)
      const [paper] = (await send('GET', '/guardian-papers', { as: staffUser })).body.papers
      await send('POST', `/guardian-papers/${paper.guardian}/destroyed`, { as: staffUser, body: {} })
      await moveClockTo(runningLibrary, '2026-03-01' as Day)
      const { months } = (await send('GET', '/unconfirmed-guardian-papers', { as: staffUser })).body
      expect(months).toEqual([])
    }))
})
