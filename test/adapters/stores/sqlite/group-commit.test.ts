import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { either } from 'fp-ts'
import { createGroupCommit } from '../../../../adapters/stores/sqlite/group-commit'
import { openDurableDatabase } from '../../../../adapters/stores/sqlite/open-sqlite-database'
import { keyStoreFileSettings } from '../../../../adapters/stores/sqlite/sqlite-settings'
import { rightOrThrow } from '../../../fixtures/right-or-throw'

const folder = mkdtempSync(join(tmpdir(), 'glemsom-group-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
const openGroupCommit = () => {
  const db = rightOrThrow(openDurableDatabase(keyStoreFileSettings)(join(folder, `${String((files += 1))}.db`)))
  db.exec('CREATE TABLE names (name TEXT UNIQUE) STRICT')
  const rolledBack = jest.fn()
  const insert = db.prepare('INSERT INTO names VALUES (?)')
  const commit = createGroupCommit(rolledBack)(db)
  return {
    rolledBack,
    commit,
    add: (...names: ReadonlyArray<string>) => commit(names.map((name) => () => insert.run(name).changes)),
    names: () => db.prepare('SELECT name FROM names ORDER BY name').pluck().all(),
  }
}

describe('a group commit', () => {
  it('writes all work in one transaction', () => {
    const { add, rolledBack, names } = openGroupCommit()
    expect(add('a', 'b', 'c')).toEqual([1, 1, 1].map(either.right))
    expect(names()).toEqual(['a', 'b', 'c'])
    expect(rolledBack).not.toHaveBeenCalled()
  })

  it('writes the other work when one piece of work throws', () => {
    const { add, rolledBack, names } = openGroupCommit()
    const outcomes = add('a', 'a', 'b')
    expect(outcomes.map(either.isRight)).toEqual([true, false, true])
    expect(outcomes[1]).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
    expect(names()).toEqual(['a', 'b'])
    expect(rolledBack).toHaveBeenCalledTimes(2)
  })

  it('quotes no written value in an error', () => {
    const { add } = openGroupCommit()
    add('Karen Jensen')
    expect(JSON.stringify(add('Karen Jensen'))).not.toContain('Karen')
  })

  it('answers a refusal unchanged', () => {
    const { commit } = openGroupCommit()
    expect(commit([() => either.left('refused')])).toEqual([either.right(either.left('refused'))])
  })
})
