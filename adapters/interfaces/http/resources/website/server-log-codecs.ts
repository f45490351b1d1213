import * as t from 'io-ts'
import { Day } from '../../../../../domain/values/day'
import { ServerLogOpeningId } from '../../../../../domain/values/ids'
import { freeTextCodec } from '../../codecs/free-text-codec'
import { listCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { personalValueCodec } from '../../codecs/personal-value-codec'
import { CountCodec } from '../../codecs/whole-number-codec'
import { nextPageMember } from '../../route/paging'

const logValue = personalValueCodec('serverLog')
const openingValue = personalValueCodec('serverLogOpening')

export const ServerLogPathParameters = objectCodec('ServerLogPath', { day: Day })
export const ServerLogOpeningBody = objectCodec('NewServerLogOpening', { reason: freeTextCodec(200) })

/** The lines of a day, sorted by hour, address and browser: nothing tells which came first within an hour. */
export const OpenedServerLog = objectCodec('OpenedServerLog', {
  day: Day,
  forgottenOn: Day,
  lines: listCodec(
    objectCodec('ServerLogLine', {
      hour: logValue(CountCodec),
      address: logValue(t.string),
      browser: logValue(t.string),
      requests: logValue(CountCodec),
    }),
  ),
})

export const ServerLogDaysAnswer = objectCodec('ServerLogDays', {
  days: listCodec(objectCodec('ServerLogDay', { day: Day, forgottenOn: Day })),
})

export const ServerLogOpeningsAnswer = objectCodec('ServerLogOpenings', {
  openings: listCodec(
    objectCodec('ServerLogOpening', {
      serverLogOpening: ServerLogOpeningId,
      openedOn: Day,
      day: Day,
      openedBy: openingValue(t.string),
      reason: openingValue(t.string),
      forgottenOn: Day,
    }),
  ),
  ...nextPageMember,
})
