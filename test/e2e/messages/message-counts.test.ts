import { closeDay } from '../../../domain/use-cases/close-day'
import { registerBorrowerByHttp } from '../../adapters/interfaces/http/http-steps'
import { borrowerUser, type ServedLibrary } from '../../adapters/interfaces/http/with-http-server'
import { readBothLogs } from '../../crash/check/read-both-logs'
import { day } from '../../fixtures/example-library'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { moveClockTo } from '../use-case-steps'
import { lendNamed, withLibrary } from './message-steps'

const eventsOf = async ({ runningLibrary }: ServedLibrary) =>
  (await readBothLogs(runningLibrary)).events.filter(({ type }) => type === 'MessagesCounted')

describe('how many messages of which kind a borrower got', () => {
  it(
    'stays as the count of the month when the messages are forgotten',
    withLibrary(async (library) => {
      const { borrower } = await lendNamed(library, ['Pelle Erobreren', 'Ditte Menneskebarn'])
      await moveClockTo(library.runningLibrary, day('2026-03-12'))
      const { body } = await library.send('GET', '/me/messages', { as: borrowerUser(borrower) })
      expect(body.months).toEqual([
        { month: '2026-02', counts: [{ about: 'recall', times: 1 }], forgottenOn: '2027-02-28' },
        {
          ...{ month: '2026-01', forgottenOn: '2027-01-31' },
          counts: [
            { about: 'dueSoon', times: 1 },
            { about: 'verifyEmail', times: 1 },
            { about: 'welcome', times: 1 },
          ],
        },
      ])
    }),
  )

  it(
    'is written once, also when the closing runs again',
    withLibrary(async (library) => {
      await lendNamed(library, ['Pelle Erobreren'])
      await moveClockTo(library.runningLibrary, day('2026-02-01'))
      rightOrThrow(await closeDay(library.runningLibrary.useCaseDependencies)(day('2026-01-31'))())
      expect(await eventsOf(library)).toHaveLength(1)
    }),
  )

  it(
    'has no stream of the borrower and one size: the log tells how many got messages, not who, nor how many each',
    withLibrary(async (library) => {
      const { borrower } = await lendNamed(library, ['Pelle Erobreren'])
      const other = await registerBorrowerByHttp(library)
      await moveClockTo(library.runningLibrary, day('2026-03-01'))
      const counted = await eventsOf(library)
      expect(counted.map(({ open }) => (open as { readonly month: string }).month).sort()).toEqual([
        ...['2026-01', '2026-01', '2026-02'],
      ])
      const openParts = JSON.stringify(counted.map(({ open, metadata }) => [open, metadata.stream]))
      expect([borrower, other].filter((id) => openParts.includes(id))).toEqual([])
      expect(new Set(counted.map(({ metadata }) => metadata.stream)).size).toBe(3)
      expect(new Set(counted.map(({ sealed }) => JSON.stringify(sealed).length)).size).toBe(1)
    }),
  )
})
