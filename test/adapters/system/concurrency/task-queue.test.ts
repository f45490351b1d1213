import { setImmediate } from 'node:timers/promises'
import * as E from 'fp-ts/Either'
import { createTaskQueue } from '../../../../adapters/system/concurrency/task-queue'

/** Tasks that end when a test says so. */
const tasks = () => {
  const begun: { readonly name: string; readonly end: () => void; readonly fail: (error: Error) => void }[] = []
  const task = (name: string) => () =>
    new Promise<string>((resolve, reject) => {
      begun.push({ name, end: () => resolve(name), fail: reject })
    })
  return { begun, task, names: () => begun.map(({ name }) => name) }
}

const waitForOthers = (): Promise<void> => setImmediate()

describe('a queue of tasks', () => {
  it('runs few tasks at a time, and the others of their origin in the order in which they came, also after one that fails', async () => {
    const { begun, task, names } = tasks()
    const queue = createTaskQueue(2)
    const all = ['a', 'b', 'c', 'd'].map((name) =>
      queue
        .run(task(name))()
        .catch((error: unknown) => (error as Error).message),
    )
    expect(names()).toEqual(['a', 'b'])
    begun[1]!.fail(new Error('b failed'))
    await waitForOthers()
    expect(names()).toEqual(['a', 'b', 'c'])
    begun[0]!.end()
    await waitForOthers()
    for (const { end } of begun) end()
    expect(await Promise.all(all)).toEqual(['a', 'b failed', 'c', 'd'])
  })

  it('refuses a task at once when so many wait, and runs it when they are done', async () => {
    const { begun, task, names } = tasks()
    const queue = createTaskQueue(1)
    const ask = (name: string) =>
      queue.runUnlessFull({ ofAll: 1, ofOneOrigin: 1 }, 'many')(undefined)(() => task(name)().then(E.right))()
    const [first, second] = [ask('a'), ask('b')]
    expect(await ask('c')).toEqual(E.left('many'))
    begun[0]!.end()
    await first
    const third = ask('d')
    await waitForOthers()
    expect(names()).toEqual(['a', 'b'])
    begun[1]!.end()
    await second
    begun[2]!.end()
    expect(await third).toEqual(E.right('d'))
  })

  it('refuses a task when some of its origin wait, and takes those of others, and of its origin once one has begun', async () => {
    const { begun, task, names } = tasks()
    const queue = createTaskQueue(1)
    const ask = (origin: string, name: string) =>
      queue.runUnlessFull({ ofAll: 9, ofOneOrigin: 1 }, 'many')(origin)(() => task(name)().then(E.right))()
    const first = ask('one', 'a')
    void ask('one', 'b')
    expect(await ask('one', 'c')).toEqual(E.left('many'))
    void ask('other', 'd')
    begun[0]!.end()
    await first
    await waitForOthers()
    void ask('one', 'e')
    for (const number of [1, 2, 3]) {
      begun[number]!.end()
      await waitForOthers()
    }
    expect(names()).toEqual(['a', 'b', 'd', 'e'])
  })

  it('lets the origins take turns: a task waits for one of each other origin, however many of them wait', async () => {
    const { begun, task, names } = tasks()
    const queue = createTaskQueue(1)
    const ask = (origin: string, name: string) =>
      void queue.runUnlessFull({ ofAll: 9, ofOneOrigin: 9 }, 'many')(origin)(() => task(name)().then(E.right))()
    ask('one', 'one 1')
    for (const name of ['one 2', 'one 3', 'one 4']) ask('one', name)
    for (const name of ['two 1', 'two 2']) ask('two', name)
    ask('three', 'three 1')
    for (let number = 0; number < 7; number += 1) {
      begun[number]!.end()
      await waitForOthers()
    }
    expect(names()).toEqual(['one 1', 'one 2', 'two 1', 'three 1', 'one 3', 'two 2', 'one 4'])
  })
})
