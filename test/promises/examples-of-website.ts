import type { Day } from '../../domain/values/day'
import { acquireCopyByHttp, registerBorrowerByHttp } from '../adapters/interfaces/http/http-steps'
import { administratorUser, type ServedLibrary } from '../adapters/interfaces/http/with-http-server'
import { moveClockTo } from '../e2e/use-case-steps'
import type { ExampleOfData } from './example-of-data'

const address = '192.0.2.77'

/** Somebody asks for a page that needs a log-in on the first day, which is then closed. */
const visitWebsite = async (library: ServedLibrary) => {
  await acquireCopyByHttp(library)
  const borrower = await registerBorrowerByHttp(library)
  library.runningLibrary.serverLog.logRequest(address, 'Firefox 133')
  await moveClockTo(library.runningLibrary, '2026-01-06' as Day)
  return { borrower, shown: address }
}

const reason = 'Canary angreb'
const opening = { method: 'POST', path: '/server-log/2026-01-05/openings', body: { reason } }

/** What the website logs: address, browser and hour, and who opened the log. */
export const examplesOfWebsite = {
  serverLog: {
    make: visitWebsite,
    shownAt: [],
    shownBy: opening,
    notShownAt: ['/server-log', '/server-log/openings', '/streams/circulation/serverlog-2026-01-05'],
    end: () => Promise.resolve(),
    lastDay: '2026-02-04' as Day,
    goneOn: '2026-02-05' as Day,
  },
  serverLogOpenings: {
    make: async (library) => {
      const { borrower } = await visitWebsite(library)
      expect((await library.send('POST', opening.path, { as: administratorUser, body: opening.body })).status).toBe(200)
      return { borrower, shown: reason }
    },
    shownAt: ['/server-log/openings'],
    end: () => Promise.resolve(),
    lastDay: '2026-07-31' as Day,
    goneOn: '2026-08-01' as Day,
  },
} satisfies Record<string, ExampleOfData>
