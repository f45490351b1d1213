import { exportOf, withDebtOfChild } from './guardian-data-steps'
import { administratorUser } from './with-http-server'

describe('a legal hold on a record of the child that may not be told', () => {
  it('is not told to the guardian either: no day of forgetting is named, and neither case nor reason', () =>
    withDebtOfChild(async (library, child, guardianship) => {
      const body = { scope: child, lastDay: '2026-06-30', why: 'Kanarie i sagen', caseNumber: '2026-17' }
      expect((await library.send('POST', '/holds', { as: administratorUser, body })).status).toBe(201)
      await library.runningLibrary.catchUpReadModels()
      const { text } = await exportOf(library, guardianship)
      const days = [...text.matchAll(/"forgottenOn":("?[^,"}]*)/g)].map(([, day]) => day)
      expect([...new Set(days)]).toEqual(['null'])
      for (const hidden of ['Kanarie i sagen', '2026-17', '2026-06-30']) expect(text).not.toContain(hidden)
    }))
})
