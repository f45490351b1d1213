import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { either } from 'fp-ts'
import { groupCommit } from '../../../../adapters/stores/sqlite/group-commit'
import { openDurableDatabase } from '../../../../adapters/stores/sqlite/open-database'
import { keyStoreSettings } from '../../../../adapters/stores/sqlite/sqlite-settings'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const folder = mkdtempSync(join(tmpdir(), 'glemsom-group-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
const openGroupCommit = () => {
  const db = rightOrThrow(openDurableDatabase(keyStoreSettings)(join(folder, `${String((files += 1))}.db`)))
  db.exec('CREATE TABLE names (name TEXT UNIQUE) STRICT')
  const callbacks = { committed: jest.fn(), rolledBack: jest.fn() }
  const insert = db.prepare('INSERT INTO names VALUES (?)')
  const { submit, close } = groupCommit(callbacks)(db)
  return {
    db,
    callbacks,
    submit,
    close,
    add: (name: string) => submit(() => either.right(insert.run(name).changes)),
    names: () => db.prepare('SELECT name FROM names ORDER BY name').pluck().all(),
  }
}

describe('a group commit', () => {
  it('writes all work of one turn of the event loop in one transaction', async () => {
    const { add, callbacks, names } = openGroupCommit()
    await Promise.all(['a', 'b', 'c'].map(add))
    expect(names()).toEqual(['a', 'b', 'c'])
    expect(callbacks.committed).toHaveBeenCalledTimes(1)
  })

  it('writes the other work of the turn when one piece of work throws', async () => {
    const { add, callbacks, names } = openGroupCommit()
    const outcomes = await Promise.all(['a', 'a', 'b'].map(add))
    expect(outcomes.map(either.isRight)).toEqual([true, false, true])
    expect(outcomes[1]).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
    expect(names()).toEqual(['a', 'b'])
    expect(callbacks.rolledBack).toHaveBeenCalledTimes(2)
  })

  it('quotes no written value in an error', async () => {
    const { add } = openGroupCommit()
    await add('Karen Jensen')
    expect(JSON.stringify(await add('Karen Jensen'))).not.toContain('Karen')
  })

  it('answers a refusal unchanged', async () => {
    const { submit } = openGroupCommit()
    expect(await submit(() => either.left('refused'))).toEqual(either.left('refused'))
  })

  it('commits pending work when it is closed, and refuses further work', async () => {
    const { add, close, names } = openGroupCommit()
    const waiting = add('a')
    close()
    expect(names()).toEqual(['a'])
    expect(await waiting).toEqual(either.right(1))
    expect(await add('b')).toMatchObject({ left: { reason: 'the store is closed' } })
  })
})
