import * as E from 'fp-ts/Either'
import * as TE from 'fp-ts/TaskEither'
import type { StoreUnavailable } from '../../domain/ports/event-store'

/** A gate by any key. */
export type AnyGate = (key: string) => <E, A>(thing: TE.TaskEither<E, A>) => TE.TaskEither<E | StoreUnavailable, A>

/** One gate as two who share it see it: two processes, where there can be two. */
export interface GateUnderTest {
  readonly one: AnyGate
  readonly other: AnyGate
}

const turn = () => new Promise<void>((done) => setTimeout(done, 5))

/** A thing that notes when it begins and ends. */
const noting =
  (notes: Array<string>) =>
  (name: string): TE.TaskEither<never, string> =>
  async () => {
    notes.push(`${name} begins`)
    await turn()
    notes.push(`${name} ends`)
    return E.right(name)
  }

/** What a gate promises, whoever keeps it. Each test gets a gate of its own. */
export const gateContract = (name: string, make: () => Promise<GateUnderTest>): void => {
  describe(`a gate: ${name}`, () => {
    it('answers what the thing answers, right or left', async () => {
      const { one } = await make()
      expect(await one('anna')(TE.right(7))()).toEqual(E.right(7))
      expect(await one('anna')(TE.left('refused'))()).toEqual(E.left('refused'))
    })

    it('runs one thing at a time for a key, in order of asking', async () => {
      const { one } = await make()
      const notes: string[] = []
      const names = Array.from({ length: 8 }, (_, at) => `thing ${at}`)
      await Promise.all(names.map((thing) => one('anna')(noting(notes)(thing))()))
      expect(notes).toEqual(names.flatMap((thing) => [`${thing} begins`, `${thing} ends`]))
    })

    it('runs one thing at a time also when two ask who share it', async () => {
      const gates = await make()
      const notes: string[] = []
      const asked = Array.from({ length: 16 }, (_, at) => (at % 2 === 0 ? gates.one : gates.other))
      await Promise.all(asked.map((gate, at) => gate('anna')(noting(notes)(`thing ${at}`))()))
      expect(notes).toHaveLength(32)
      for (let at = 0; at < notes.length; at += 2) expect(notes[at + 1]).toBe(notes[at]?.replace('begins', 'ends'))
    })

    it('runs things for a hundred keys at the same time', async () => {
      const { one } = await make()
      let inside = 0
      let open = (): void => undefined
      const all = new Promise<void>((done) => (open = done))
      const meeting: TE.TaskEither<never, void> = async () => {
        inside += 1
        if (inside === 100) open()
        return E.right(await all)
      }
      const outcomes = await Promise.all(Array.from({ length: 100 }, (_, at) => one(`borrower ${at}`)(meeting)()))
      expect(outcomes.every(E.isRight)).toBe(true)
    })

    it('lets a thing at one gate pass another, however many do', async () => {
      const { one, other } = await make()
      const nested = (at: number) => (at % 2 === 0 ? one : other)(`outer ${at}`)(one(`inner ${at}`)(TE.right(at)))
      const outcomes = await Promise.all(Array.from({ length: 60 }, (_, at) => nested(at)()))
      expect(outcomes).toEqual(outcomes.map((_, at) => E.right(at)))
    })

    it('is open again after a thing that broke', async () => {
      const { one, other } = await make()
      const broken = one('anna')(() => Promise.reject(new Error('broke')))()
      await expect(broken).rejects.toThrow('broke')
      expect(await other('anna')(TE.right('next'))()).toEqual(E.right('next'))
    })
  })
}
