import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { ScopeId } from '../../../domain/values/ids'
import { sweepOrphanKeys } from '../../../retention/worker/sweep-orphan-keys'

const aDay = 86_400_000

const store = (names: ReadonlyArray<string>, named: ReadonlyArray<string>) => {
  const living = new Set(names as ReadonlyArray<ScopeId>)
  const known = new Set<string>(named)
  const time = { now: 0 }
  const steps: string[] = []
  const unread: string[] = []
  const destroy = sweepOrphanKeys({
    livingScopes: (after) =>
      TE.fromIO(() => {
        steps.push('page')
        return [...living]
          .filter((scope) => after === undefined || scope > after)
          .sort()
          .slice(0, 2)
          .map((scope) => ({ scope, class: 'loan' as const }))
      }),
    schedule: { isNamed: (scope) => known.has(scope) },
    destroy: (scopes) =>
      TE.fromIO(() => {
        for (const scope of scopes) living.delete(scope)
        return scopes
      }),
    clock: { elapsed: () => time.now },
    catchUpSchedule: TE.fromIO(() => unread.splice(0).forEach((scope) => known.add(scope))),
    giveWay: () => Promise.resolve(void steps.push('commands')),
  })
  return { living, known, unread, time, steps, destroy }
}

describe('a key that no event names', () => {
  it('is destroyed when it is still unnamed a day after the first sweep, and no other key is', async () => {
    const { living, time, destroy } = store(['a', 'b', 'c', 'd', 'e'], ['a', 'c', 'd'])
    expect(await destroy()).toEqual(E.right(0))
    time.now = aDay
    expect(await destroy()).toEqual(E.right(2))
    expect([...living]).toEqual(['a', 'c', 'd'])
  })

  it('is kept for a day: the command that created it may still be running', async () => {
    const { living, time, destroy } = store(['a'], [])
    await destroy()
    time.now = aDay - 1
    expect(await destroy()).toEqual(E.right(0))
    expect([...living]).toEqual(['a'])
  })

  it('is kept when a command that is sent again names it while the second sweep still reads', async () => {
    const { living, unread, time, destroy } = store(['a', 'b', 'c'], ['c'])
    await destroy()
    time.now = aDay
    unread.push('a')
    expect(await destroy()).toEqual(E.right(1))
    expect([...living]).toEqual(['a', 'c'])
  })

  it('is looked for a few keys at a time, and commands run in between', async () => {
    const { steps, destroy } = store(['a', 'b', 'c', 'd', 'e'], ['a', 'b', 'c', 'd', 'e'])
    await destroy()
    expect(steps).toEqual(['page', 'commands', 'page', 'commands', 'page', 'commands', 'page'])
  })

  it('is kept when an event has named it in the meantime', async () => {
    const { living, known, time, destroy } = store(['a'], [])
    await destroy()
    known.add('a')
    time.now = aDay
    expect(await destroy()).toEqual(E.right(0))
    expect([...living]).toEqual(['a'])
  })
})
