import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../domain/ports/event-store'

/** A lock by any key. */
export type KeyedLock = (key: string) => <E, A>(work: TE.TaskEither<E, A>) => TE.TaskEither<E | StoreUnavailable, A>

/** One lock as two processes see it. In memory both are the same. */
export interface LocksUnderTest {
  readonly one: KeyedLock
  readonly other: KeyedLock
}

const shortPause = () => new Promise<void>((done) => setTimeout(done, 5))

/** Work that records when it begins and ends. */
const recordedWork =
  (steps: Array<string>) =>
  (name: string): TE.TaskEither<never, string> =>
  async () => {
    steps.push(`${name} begins`)
    await shortPause()
    steps.push(`${name} ends`)
    return E.right(name)
  }

/** The contract of a borrower lock. Each test makes a lock of its own. */
export const borrowerLockContract = (name: string, make: () => Promise<LocksUnderTest>): void => {
  describe(`a borrower lock: ${name}`, () => {
    it('answers the result of the work, right or left', async () => {
      const { one } = await make()
      expect(await one('anna')(TE.right(7))()).toEqual(E.right(7))
      expect(await one('anna')(TE.left('refused'))()).toEqual(E.left('refused'))
    })

    it('runs one piece of work at a time for each key, in order', async () => {
      const { one } = await make()
      const steps: string[] = []
      const names = Array.from({ length: 8 }, (_, at) => `work ${at}`)
      await Promise.all(names.map((work) => one('anna')(recordedWork(steps)(work))()))
      expect(steps).toEqual(names.flatMap((work) => [`${work} begins`, `${work} ends`]))
    })

    it('runs one piece of work at a time across two processes', async () => {
      const locks = await make()
      const steps: string[] = []
      const pairs = Array.from({ length: 16 }, (_, at) => (at % 2 === 0 ? locks.one : locks.other))
      await Promise.all(pairs.map((lock, at) => lock('anna')(recordedWork(steps)(`work ${at}`))()))
      expect(steps).toHaveLength(32)
      for (let at = 0; at < steps.length; at += 2) expect(steps[at + 1]).toBe(steps[at]?.replace('begins', 'ends'))
    })

    it('runs work for a hundred keys at the same time', async () => {
      const { one } = await make()
      let running = 0
      let release = (): void => undefined
      const all = new Promise<void>((done) => (release = done))
      const waitForAll: TE.TaskEither<never, void> = async () => {
        running += 1
        if (running === 100) release()
        return E.right(await all)
      }
      const outcomes = await Promise.all(Array.from({ length: 100 }, (_, at) => one(`borrower ${at}`)(waitForAll)()))
      expect(outcomes.every(E.isRight)).toBe(true)
    })

    it('allows work that holds one lock to take another, 60 times at once', async () => {
      const { one, other } = await make()
      const nested = (at: number) => (at % 2 === 0 ? one : other)(`outer ${at}`)(one(`inner ${at}`)(TE.right(at)))
      const outcomes = await Promise.all(Array.from({ length: 60 }, (_, at) => nested(at)()))
      expect(outcomes).toEqual(outcomes.map((_, at) => E.right(at)))
    })

    it('is released after work that rejects', async () => {
      const { one, other } = await make()
      const broken = one('anna')(() => Promise.reject(new Error('broke')))()
      await expect(broken).rejects.toThrow('broke')
      expect(await other('anna')(TE.right('next'))()).toEqual(E.right('next'))
    })
  })
}
