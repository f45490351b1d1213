import type { dataOfSurveillance } from '../../retention/promises/data-of-surveillance'
import type { Day } from '../../domain/values/day'
import { registerBorrowerByHttp } from '../adapters/interfaces/http/http-steps'
import { aPeriod, storeVideo } from '../adapters/interfaces/http/video-steps'
import { moveClockTo } from '../e2e/use-case-steps'
import type { ExampleOfData } from './example-of-data'
import { canary } from './lending-steps'
import { videoInvestigatorUser } from '../adapters/interfaces/http/with-http-server'

export const examplesOfSurveillance: Readonly<Record<keyof typeof dataOfSurveillance, ExampleOfData>> = {
  footage: {
    make: async (library) => {
      const borrower = await registerBorrowerByHttp(library)
      await moveClockTo(library.runningLibrary, '2026-01-06' as Day)
      return { borrower, shown: aPeriod.from, about: await storeVideo(library) }
    },
    shownAt: ['/video/recordings'],
    notShownAt: ['/streams/circulation/footage-{footage}'],
    end: () => Promise.resolve(),
    lastDay: '2026-02-03' as Day,
    goneOn: '2026-02-04' as Day,
  },
  videoViewings: {
    make: async (library) => {
      const borrower = await registerBorrowerByHttp(library)
      await moveClockTo(library.runningLibrary, '2026-01-06' as Day)
      const footage = await storeVideo(library)
      const body = { requestedBy: canary, reason: 'Tyveri', caseNumber: '2026-17' }
      const as = videoInvestigatorUser
      const opened = await library.send('POST', `/video/recordings/${footage}/viewings`, { as, body })
      expect(opened.status).toBe(201)
      return { borrower, shown: canary, about: String(opened.body.viewing) }
    },
    shownAt: ['/video/requests', '/video/day-reports/2026-01-06', '/video/requests/{viewing}'],
    notShownAt: ['/streams/circulation/viewing-{viewing}'],
    end: () => Promise.resolve(),
    lastDay: '2026-02-05' as Day,
    goneOn: '2026-02-06' as Day,
  },
}
