import { either } from 'fp-ts'
import fc from 'fast-check'
import { streamNameOf, type StreamName } from '../../../domain/event/stream'
import type { EventStore, ExpectedRevision, StoredEvent } from '../../../domain/ports/event-store'
import { collectEvents, newEvents, eventIds, readWholeLog, readWholeStream } from './event-store-steps'

/** The simplest model of a log: a list of the appended events. */
interface ListModel {
  readonly log: Array<{ readonly stream: StreamName; readonly id: string }>
}

const streams = ['1', '2', '3'].map((id) => streamNameOf('title')(`5255724${id}`))
const eventsInModel = (model: ListModel, stream: StreamName) => model.log.filter((one) => one.stream === stream)

/** An alias: the linter cannot see that fast-check runs these expectations within a test. */
const assertThat = expect

type Command = fc.AsyncCommand<ListModel, EventStore>

const always = () => true

const appendAny =
  (given: ReadonlyArray<StoredEvent>, stream: StreamName, expected: ExpectedRevision): Command['run'] =>
  async (model, store) => {
    const last = eventsInModel(model, stream).length - 1
    const outcome = await store.append(stream, expected, given)()
    if (expected === 'any' || (expected === 'none' ? -1 : expected) === last) {
      assertThat(outcome).toMatchObject({ right: { revision: last + given.length, repeated: false } })
      model.log.push(...given.map(({ id }) => ({ stream, id })))
    } else
      assertThat(outcome).toEqual(either.left({ _tag: 'Conflict', stream, expected, actual: last < 0 ? 'none' : last }))
  }

const command = (description: string, run: Command['run']): Command => ({
  check: always,
  run,
  toString: () => description,
})

const aStreamOfThree = fc.constantFrom(...streams)
const anExpectation: fc.Arbitrary<ExpectedRevision> = fc.oneof(
  fc.constantFrom<ExpectedRevision>('any', 'none'),
  fc.nat({ max: 6 }),
)

const appends = fc
  .tuple(aStreamOfThree, anExpectation, fc.integer({ min: 1, max: 4 }))
  .map(([stream, expected, count]) =>
    command(`append ${count} to ${stream} at ${expected}`, (model, store) =>
      appendAny(newEvents(count), stream, expected)(model, store),
    ),
  )

const reads = aStreamOfThree.map((stream) =>
  command(`read ${stream}`, async (model, store) => {
    assertThat(eventIds(await readWholeStream(store, stream))).toEqual(eventsInModel(model, stream).map(({ id }) => id))
  }),
)

const readsBackwards = fc.tuple(aStreamOfThree, fc.nat({ max: 8 }), fc.nat({ max: 8 })).map(([stream, from, limit]) =>
  command(`read ${stream} backwards from ${from}, ${limit} at most`, async (model, store) => {
    const expected = eventsInModel(model, stream)
      .slice(0, from + 1)
      .reverse()
      .slice(0, limit)
    const read = await collectEvents(store.readStream(stream, { direction: 'backwards', from, limit }))
    assertThat(eventIds(read)).toEqual(expected.map(({ id }) => id))
  }),
)

const readsLog = fc.nat({ max: 20 }).map((at) =>
  command(`read the log after its event ${at}`, async (model, store) => {
    const log = await readWholeLog(store)
    assertThat(log.map(({ stream, id }) => ({ stream, id }))).toEqual(model.log)
    const after = log[at]?.position
    if (after !== undefined) assertThat(await collectEvents(store.readAll({ after }))).toEqual(log.slice(at + 1))
  }),
)

/** Random appends and reads give the same answers as a plain list. */
export const listModelContract = (open: () => Promise<EventStore>): void => {
  it('gives the answers of a plain list of events, for random appends and reads', async () => {
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
