import { ErasureRequested } from '../../../domain/borrower/events/erasure-requested'
import type { Day } from '../../../domain/values/day'
import * as history from '../record-history'
import { makeInMemoryLibrary, type InMemoryLibrary } from '../in-memory-library'

const due = async (): Promise<InMemoryLibrary> => {
  const library = makeInMemoryLibrary('2026-03-01' as Day)
  history.recordLoanAndReturn(library)
  history.recordLoanAndReturn(library)
  await history.passNights(library, 30)
  const person = history.recordRegistration(library)
  library.record('persons', `borrower-${person.borrower}`, ErasureRequested({ borrower: person.borrower }, {}))
  library.calls.length = 0
  return library
}

const expectOnceEach = (library: InMemoryLibrary) => {
  const scopes = library.erasedScopes()
  expect(scopes).toHaveLength(5)
  expect(new Set(scopes).size).toBe(5)
  expect(library.early).toEqual([])
}

const calls = 32

describe('a worker that crashes between any two steps', () => {
  it('makes as many calls of ports as the tests below make crash', async () => {
    const library = await due()
    await library.passMidnight()
    expect(library.calls).toHaveLength(calls)
    expectOnceEach(library)
  })

  const places = Array.from({ length: calls }, (_, n) => n + 1)
  it.each(places.flatMap((at) => [[at, 'before'] as const, [at, 'after'] as const]))(
    'at call %i, %s its effect, is resumed: each scope gets one certificate, and none is signed early',
    async (at, when) => {
      const library = await due()
      library.crash = { at, when }
      await expect(library.passMidnight()).rejects.toThrow('crash')
      library.restart()
      const report = await library.runWorker()
      expect(report.statusAfter).toMatchObject({ due: 0, overdue: 0 })
      expectOnceEach(library)
    },
  )

  it.each(['fence', 'checkpoint', 'evict', 'purge', 'receipt', 'notErased', 'count', 'keyRows', 'sign'])(
    'signs nothing while %s does not answer, says so, and finishes later',
    async (port) => {
      const library = await due()
      library.failingPort = port
      const { failed } = await library.passMidnight()
      expect(failed).toHaveLength(2)
      expect(library.erasedScopes()).toEqual([])
      library.failingPort = undefined
      await library.runWorker()
      expectOnceEach(library)
    },
  )

  it('signs nothing while a part can still be opened', async () => {
    const library = await due()
    library.stillReadable = [...library.rows]
    const { failed } = await library.passMidnight()
    expect(failed.map(({ reason }) => reason)).toEqual(Array(2).fill('something can still be opened'))
    expect(library.erasedScopes()).toEqual([])
  })

  it('may be started twice at the same time: one run does the work', async () => {
    const library = await due()
    library.failingPort = 'follow'
    await library.passMidnight()
    library.failingPort = undefined
    const worker = library.makeWorker()
    const [first, second] = await Promise.all([worker(), worker()])
    expect([first.runs, second.runs]).toEqual([2, 0])
    expectOnceEach(library)
  })

  it('writes one certificate for each scope even when two processes do the same work', async () => {
    const library = await due()
    await Promise.all([library.passMidnight(), library.runWorker()])
    expectOnceEach(library)
  })
})
