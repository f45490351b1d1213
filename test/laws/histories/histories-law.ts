import fc from 'fast-check'
import { arbitraryHistory } from '../../arbitrary/history/arbitrary-history'
import { eraseScopesOf } from '../../arbitrary/history/erase-scopes-of-history'
import { canaryText } from '../../arbitrary/history/history-state'
import { plantCanaries } from '../../arbitrary/history/plant-canaries'
import { allReadModelRows, inMemoryReadModels } from '../../fixtures/in-memory-read-models'
import { lastDayOf, liveHistory, type LivedHistory } from './live-history'

/** Days after the last event: so long that most of what has ended is gone. */
const daysAfterLastEvent = 65

const named = ({ library }: LivedHistory): ReadonlySet<string> =>
  new Set([...library.rows, ...library.erasedScopes()].map(String))

/** The scopes with a key are those that nothing has ended until the day that was closed last. */
const expectPromisedScopes = (lived: LivedHistory): void => {
  const { library } = lived
  const isLiving = (scope: string): boolean => {
    const lastDay = lastDayOf(lived, scope)
    return lastDay === undefined || lastDay >= library.today
  }
  expect([...library.rows].map(String).sort()).toEqual([...named(lived)].filter(isLiving).sort())
}

const canaries = new RegExp(`${canaryText}[0-9]+x`, 'g')

const canariesIn = (value: unknown): ReadonlyArray<string> => JSON.stringify(value).match(canaries) ?? []

/** Neither a row, nor the open part of an event, nor a certificate holds a text of what has gone. */
const expectNoForgottenText = (lived: LivedHistory, scopeOfCanary: ReadonlyMap<string, string>): void => {
  const { live, library, recorded, gone } = lived
  const isForgotten = (canary: string): boolean => gone.has(scopeOfCanary.get(canary) ?? '')
  expect(canariesIn(allReadModelRows(live)).filter(isForgotten)).toEqual([])
  expect(canariesIn(recorded.map(({ open }) => open))).toEqual([])
  expect(canariesIn(library.certificates())).toEqual([])
  const leftInLog = recorded.map(eraseScopesOf(gone)).map(({ sealed }) => sealed)
  expect(canariesIn(leftInLog).filter(isForgotten)).toEqual([])
}

const expectRebuiltTheSame = ({ live, recorded, gone }: LivedHistory): void => {
  const rebuilt = inMemoryReadModels()
  rebuilt.foldEvents(recorded.filter(({ metadata }) => metadata.log === 'circulation').map(eraseScopesOf(gone)))
  rebuilt.foldEvents(recorded.filter(({ metadata }) => metadata.log === 'persons').map(eraseScopesOf(gone)))
  expect(allReadModelRows(live)).toEqual(allReadModelRows(rebuilt))
  rebuilt.close()
}

/**
 * Lives so many random histories, each with a retention worker and read models of its own: what is erased is what the
 * promises say, no text of it is left, and read models made anew are the same. Answers how many scopes went.
 */
export const expectPromisesInHistories = async (numRuns: number, seed?: number): Promise<number> => {
  let gone = 0
  const property = fc.asyncProperty(arbitraryHistory(), async (drawn) => {
    const { history, scopeOfCanary } = plantCanaries(drawn)
    const lived = await liveHistory(history, daysAfterLastEvent, expectPromisedScopes)
    expectNoForgottenText(lived, scopeOfCanary)
    expectRebuiltTheSame(lived)
    gone += lived.gone.size
    lived.live.close()
  })
  await fc.assert(property, { numRuns, ...(seed === undefined ? {} : { seed }) })
  return gone
}
