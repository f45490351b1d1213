import { randomUUID } from 'node:crypto'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { OpenTruth } from '../../../../adapters/composition/truth/truth'
import { truthInFolder } from '../../../../adapters/composition/truth/truth-in-folder'
import type { EventStore } from '../../../../domain/ports/event-store'
import { acquire, branch, register } from './desk'
import { served, staff } from './serve'

/** Stores in the folder, of which the log of circulation has too much to write while that is said. */
const busyWhile =
  (isBusy: () => boolean): OpenTruth =>
  (layout) =>
    pipe(
      truthInFolder(layout),
      TE.map((truth) => {
        const { circulation, persons } = truth.logs
        const append: EventStore['append'] = (stream, expected, events) => () =>
          isBusy() ? Promise.resolve(E.left({ _tag: 'StoreBusy' })) : circulation.append(stream, expected, events)()
        return { ...truth, logs: { circulation: { ...circulation, append }, persons } }
      }),
    )

describe('a library that has more to write than its disk takes', () => {
  it('tells who brings a command to come again in a second, answers who reads, and takes the command then', async () => {
    let isBusy = false
    await served(
      async (library) => {
        const borrower = await register(library)
        const copy = await acquire(library)
        const lending = {
          as: staff,
          body: { copy, borrower, branch },
          headers: { 'Idempotency-Key': randomUUID() },
        }
        isBusy = true
        const { status, headers, text } = await library.send('POST', '/loans', lending)
        expect(status).toBe(503)
        expect(headers.get('Retry-After')).toBe('1')
        expect(JSON.parse(text)).toMatchObject({ type: 'urn:glemsom:problem:store-busy' })
        expect((await library.send('GET', `/copies/${copy}`, { as: staff })).status).toBe(200)
        isBusy = false
        expect((await library.send('POST', '/loans', lending)).status).toBe(201)
      },
      undefined,
      { truth: busyWhile(() => isBusy), alarm: () => undefined },
    )
  })
})
