import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { createSqliteLogCheckpointer } from '../../../../../adapters/stores/eventstore/sqlite/sqlite-log-checkpointer'
import { openSqliteLog } from '../../../../../adapters/stores/eventstore/sqlite/open-sqlite-log'
import type { SqliteCheckpointThread } from '../../../../../adapters/stores/sqlite/checkpoints/start-sqlite-checkpoint-thread'
import { appendOrThrow, newEvents, newStream } from '../../../../contract/event-store/event-store-steps'
import { rightOrThrow } from '../../../../fixtures/right-or-throw'

/** A thread that answers when it is told to. */
const threadUnderTest = () => {
  const answers: Array<() => void> = []
  const thread: SqliteCheckpointThread = {
    submit: () => new Promise((resolve) => void answers.push(() => resolve(E.right(undefined as never)))),
    isBusy: () => false,
    close: () => Promise.resolve(),
  }
  return { thread, answers }
}

describe('the write-ahead log of a log', () => {
  it('is copied into the file after every 500 events, by one checkpoint at a time', async () => {
    const { thread, answers } = threadUnderTest()
    let started = 0
    const checkpoints = createSqliteLogCheckpointer(() => {
      started += 1
      return thread
    })
    checkpoints.appended(499)
    expect(started).toBe(0)
    checkpoints.appended(1)
    checkpoints.appended(700)
    expect([started, answers.length]).toEqual([1, 1])
    answers[0]?.()
    await checkpoints.whilePaused(() => {
      checkpoints.appended(1)
      return Promise.resolve()
    })
    expect(answers).toHaveLength(1)
    checkpoints.appended(1)
    expect([started, answers.length]).toEqual([1, 2])
  })

  it('is not copied any more after the log was closed', async () => {
    const { thread, answers } = threadUnderTest()
    const checkpoints = createSqliteLogCheckpointer(() => thread)
    checkpoints.appended(490)
    await checkpoints.close()
    checkpoints.appended(20)
    expect(answers).toEqual([])
  })

  it('loses no event while a thread copies it', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'glemsom-log-'))
    const file = path.join(folder, 'log.db')
    const { events } = rightOrThrow(openSqliteLog(file))
    for (let batch = 0; batch < 60; batch += 1)
      await Promise.all(Array.from({ length: 100 }, () => appendOrThrow(events, newStream(), 'none', newEvents(1))))
    await events.close()
    const reopened = rightOrThrow(openSqliteLog(file)).events
    expect(await reopened.countAfter(undefined)()).toBe(6000)
    await reopened.close()
    rmSync(folder, { recursive: true })
  })
})
