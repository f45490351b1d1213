import { right } from 'fp-ts/Either'
import { PageVisitsCounted } from '../../../domain/server-log/events/page-visits-counted'
import { ServerLogWritten } from '../../../domain/server-log/events/server-log-written'
import { evolveServerLog, unwrittenServerLog } from '../../../domain/server-log/server-log-state'
import { decideWriteServerLog, type ServerLogEvent } from '../../../domain/server-log/write-server-log'
import type { Day } from '../../../domain/values/day'
import type { PageVisitCountId, ServerLogBlockId, ServerLogId } from '../../../domain/values/ids'
import { numberedUuid } from '../../fixtures/numbered-uuid'

const day = '2026-01-05' as Day
const [scope, otherScope] = [numberedUuid(1) as ServerLogId, numberedUuid(2) as ServerLogId]
const lines = [{ address: '192.0.2.1', browser: 'Firefox 133', requests: 1 }]
const block = (id: number, hour: number) => ({ block: numberedUuid(id) as ServerLogBlockId, day, hour, lines })
const count = (id: number, visits: number) => ({
  ...{ count: numberedUuid(id) as PageVisitCountId, day },
  pages: [{ page: '/mit', visits }],
})
const written = (id: number, hour: number) =>
  ServerLogWritten({ day, serverLog: scope, block: block(id, hour).block }, { serverLog: { hour, lines } })

const stateAfter = (events: ReadonlyArray<ServerLogEvent>) =>
  events.reduce((state, event) => evolveServerLog(event)(state), unwrittenServerLog)

const write = (
  serverLog: ServerLogId,
  blocks: ReadonlyArray<ReturnType<typeof block>>,
  counts: ReadonlyArray<ReturnType<typeof count>>,
) => decideWriteServerLog({ type: 'WriteServerLog', day, serverLog, blocks, counts })

describe('the server log of a day', () => {
  it('has one scope, whichever process closes the day or a later one', () => {
    const first = [written(10, 9)]
    expect(write(scope, [block(10, 9)], [])(unwrittenServerLog)).toEqual(right(first))
    expect(write(otherScope, [block(11, 23)], [])(stateAfter(first))).toEqual(right([written(11, 23)]))
  })

  it('has each block and each count once, however often the closing runs', () => {
    const [blocks, counts] = [
      [block(10, 9), block(11, 10)],
      [count(20, 2), count(21, 3)],
    ]
    const sum = PageVisitsCounted(
      { day, counts: counts.map((one) => one.count), pages: [{ page: '/mit', visits: 5 }] },
      {},
    )
    const events = [written(10, 9), written(11, 10), sum]
    expect(write(scope, blocks, counts)(unwrittenServerLog)).toEqual(right(events))
    expect(write(scope, blocks, counts)(stateAfter(events))).toEqual(right([]))
    expect(write(scope, [...blocks, block(12, 11)], counts)(stateAfter(events))).toEqual(right([written(12, 11)]))
  })

  it('is known by ids alone: no address stands in the state', () =>
    expect(JSON.stringify(stateAfter([written(10, 9)]))).not.toContain('192.0.2'))

  it('that is only counted has no scope', () => {
    const decided = write(scope, [], [count(20, 2)])(unwrittenServerLog)
    expect(decided).toMatchObject({ right: [{ type: 'PageVisitsCounted' }] })
  })
})
