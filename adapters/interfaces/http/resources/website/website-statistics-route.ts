import * as t from 'io-ts'
import * as TE from 'fp-ts/TaskEither'
import { Month } from '../../../../../domain/values/month'
import { pageVisitsIn, visitorsIn } from '../../../../../projections/website/website-queries'
import { listCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { CountCodec } from '../../codecs/whole-number-codec'
import { defineReadRoute } from '../../route/define-route'
import { answerWithBody } from '../../route/route-handler'

export const readWebsiteStatisticsRoute = defineReadRoute({
  path: '/statistics/website/:month',
  name: 'readWebsiteStatistics',
  summary:
    'Read how often each page of the website was visited in a month and, once it is closed, how many visitors used each browser. Cells of fewer than five visitors are merged under `other`',
  tag: 'Statistics',
  roles: ['staff', 'auditor', 'administrator'],
  params: objectCodec('WebsiteMonthPath', { month: Month }),
  answer: objectCodec('WebsiteStatistics', {
    month: Month,
    pages: listCodec(objectCodec('PageVisits', { page: t.string, visits: CountCodec })),
    browsers: listCodec(objectCodec('VisitorsByBrowser', { browser: t.string, visitors: CountCodec })),
  }),
  handle: ({ params: { month }, library: { rows } }) => {
    const pages = pageVisitsIn(month)(rows).map(({ page, visits }) => ({ page, visits }))
    const browsers = visitorsIn(month)(rows).map(({ browser, visitors }) => ({ browser, visitors }))
    return TE.right(answerWithBody({ month, pages, browsers }))
  },
})
