import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import { follower, type Follows } from '../../../adapters/running/follower'
import { definitions } from '../../../domain/catalogue'
import { tableOf } from '../../../domain/event/decode'
import { logNames, type LogName } from '../../../domain/event/stream'
import type { Page } from '../../../domain/ports/event-store'

const nobody: Follows = { name: 'nobody', checkpoint: () => undefined, take: () => TE.right(undefined) }

/** Logs that hold nothing, and answer when `answers` says. */
const logs = (answers: (log: LogName) => Promise<void>) => {
  async function* readAll(log: LogName): AsyncGenerator<Page, void, undefined> {
    await answers(log)
    yield []
  }
  return { circulation: { readAll: () => readAll('circulation') }, persons: { readAll: () => readAll('persons') } }
}

describe('whoever is kept abreast of both logs', () => {
  it('asks both at the same time: neither has to answer before the other is asked', async () => {
    const asked = new Set<LogName>()
    let bothAsked: () => void = () => undefined
    const areAsked = new Promise<void>((resolve) => (bothAsked = resolve))
    const stores = logs((log) => {
      if (asked.add(log).size === logNames.length) bothAsked()
      return areAsked
    })
    expect(await follower(stores, tableOf(definitions), [nobody]).reach()).toEqual(E.right(undefined))
  })

  it.each(logNames)('is told when %s cannot be read, and the next time that it can', async (away) => {
    let isAway = true
    const stores = logs((log) =>
      isAway && log === away
        ? Promise.reject(Object.assign(new Error('away'), { _tag: 'StoreUnavailable', reason: 'away' }))
        : Promise.resolve(),
    )
    const { reach } = follower(stores, tableOf(definitions), [nobody])
    expect(await reach()).toEqual(E.left({ _tag: 'Unavailable', reason: 'away' }))
    isAway = false
    expect(await reach()).toEqual(E.right(undefined))
  })
})
