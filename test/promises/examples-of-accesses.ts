import type { Day } from '../../domain/values/day'
import { acquireCopyByHttp, registerBorrowerByHttp } from '../adapters/interfaces/http/http-steps'
import { staffUser, type ServedLibrary } from '../adapters/interfaces/http/with-http-server'
import { moveClockTo } from '../e2e/use-case-steps'
import type { ExampleOfData } from './example-of-data'

const reason = 'Canary grund'

/** Staff open the protected name and address of a borrower on the first day, which is then closed. */
const lookAtBorrower = async (library: ServedLibrary) => {
  await acquireCopyByHttp(library)
  const borrower = await registerBorrowerByHttp(library)
  const body = { protection: 'nameAndAddress', reason: 'Ønske' }
  await library.send('PUT', `/borrowers/${borrower}/protection`, { as: staffUser, body })
  const opened = await library.send('POST', `/borrowers/${borrower}/name-and-address`, {
    as: staffUser,
    body: { reason },
  })
  expect(opened.status).toBe(200)
  await moveClockTo(library.runningLibrary, '2026-01-06' as Day)
  return borrower
}

/** Who has looked: the day, until the month is closed, and then the month. */
export const examplesOfAccesses = {
  accesses: {
    make: async (library) => ({ borrower: await lookAtBorrower(library), shown: reason }),
    shownAt: ['/me/data', '/borrowers/{borrower}/data', '/accesses'],
    end: () => Promise.resolve(),
    lastDay: '2026-07-31' as Day,
    goneOn: '2026-08-01' as Day,
  },
  accessStaff: {
    make: async (library) => ({
      borrower: await lookAtBorrower(library),
      shown: `"staffNumber":"${staffUser.subject}"`,
    }),
    shownAt: ['/accesses'],
    end: () => Promise.resolve(),
    lastDay: '2026-01-31' as Day,
    goneOn: '2026-02-01' as Day,
  },
} satisfies Record<string, ExampleOfData>
