import { either } from 'fp-ts'
import fc from 'fast-check'
import { streamOf, type StreamName } from '../../../domain/event/stream'
import type { EventStore, Expected, StoredEvent } from '../../../domain/ports/event-store'
import { all, events, idsOf, wholeLog, wholeStream } from './given'

/** The plainest thing that a log could be: what was appended, in order. */
interface Model {
  readonly log: Array<{ readonly stream: StreamName; readonly id: string }>
}

const streams = ['1', '2', '3'].map((id) => streamOf('title')(`5255724${id}`))
const held = (model: Model, stream: StreamName) => model.log.filter((one) => one.stream === stream)

/** fast-check runs commands within the test, where the linter cannot see it. */
const then = expect

type Command = fc.AsyncCommand<Model, EventStore>

const always = () => true

const appendAny =
  (given: ReadonlyArray<StoredEvent>, stream: StreamName, expected: Expected): Command['run'] =>
  async (model, store) => {
    const last = held(model, stream).length - 1
    const outcome = await store.append(stream, expected, given)()
    if (expected === 'any' || (expected === 'none' ? -1 : expected) === last) {
      then(outcome).toMatchObject({ right: { revision: last + given.length, repeated: false } })
      model.log.push(...given.map(({ id }) => ({ stream, id })))
    } else then(outcome).toEqual(either.left({ _tag: 'Conflict', stream, expected, actual: last < 0 ? 'none' : last }))
  }

const command = (words: string, run: Command['run']): Command => ({ check: always, run, toString: () => words })

const aStreamOfThree = fc.constantFrom(...streams)
const anExpectation: fc.Arbitrary<Expected> = fc.oneof(fc.constantFrom<Expected>('any', 'none'), fc.nat({ max: 6 }))

const appends = fc
  .tuple(aStreamOfThree, anExpectation, fc.integer({ min: 1, max: 4 }))
  .map(([stream, expected, count]) =>
    command(`append ${count} to ${stream} at ${expected}`, (model, store) =>
      appendAny(events(count), stream, expected)(model, store),
    ),
  )

const reads = aStreamOfThree.map((stream) =>
  command(`read ${stream}`, async (model, store) => {
    then(idsOf(await wholeStream(store, stream))).toEqual(held(model, stream).map(({ id }) => id))
  }),
)

const readsBackwards = fc.tuple(aStreamOfThree, fc.nat({ max: 8 }), fc.nat({ max: 8 })).map(([stream, from, limit]) =>
  command(`read ${stream} backwards from ${from}, ${limit} at most`, async (model, store) => {
    const expected = held(model, stream)
      .slice(0, from + 1)
      .reverse()
      .slice(0, limit)
    const read = await all(store.readStream(stream, { direction: 'backwards', from, limit }))
    then(idsOf(read)).toEqual(expected.map(({ id }) => id))
  }),
)

const readsLog = fc.nat({ max: 20 }).map((at) =>
  command(`read the log after its event ${at}`, async (model, store) => {
    const log = await wholeLog(store)
    then(log.map(({ stream, id }) => ({ stream, id }))).toEqual(model.log)
    const after = log[at]?.position
    if (after !== undefined) then(await all(store.readAll({ after }))).toEqual(log.slice(at + 1))
  }),
)

/** Random appends and reads answer as a plain list would. */
export const likeAModel = (open: () => Promise<EventStore>): void => {
  it('answers as a plain list of events would, whatever is asked in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands([appends, appends, reads, readsBackwards, readsLog]), async (commands) => {
        const store = await open()
        await fc.asyncModelRun(() => ({ model: { log: [] }, real: store }), commands)
        await store.close()
      }),
      { numRuns: 40 },
    )
  })
}
