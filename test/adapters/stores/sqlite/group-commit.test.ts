import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { either } from 'fp-ts'
import { groupCommit } from '../../../../adapters/stores/sqlite/group-commit'
import { openTruth } from '../../../../adapters/stores/sqlite/open'
import { forKeys } from '../../../../adapters/stores/sqlite/settings'
import { right } from '../../../fixtures/right'

const folder = mkdtempSync(join(tmpdir(), 'glemsom-group-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
const prepared = () => {
  const db = right(openTruth(forKeys)(join(folder, `${String((files += 1))}.db`)))
  db.exec('CREATE TABLE names (name TEXT UNIQUE) STRICT')
  const undone = jest.fn()
  const insert = db.prepare('INSERT INTO names VALUES (?)')
  const commit = groupCommit(undone)(db)
  return {
    undone,
    commit,
    add: (...names: ReadonlyArray<string>) => commit(names.map((name) => () => insert.run(name).changes)),
    names: () => db.prepare('SELECT name FROM names ORDER BY name').pluck().all(),
  }
}

describe('a group commit', () => {
  it('writes the neighbours of a job that throws, and undoes what was written with it', () => {
    const { add, undone, names } = prepared()
    const outcomes = add('a', 'a', 'b')
    expect(outcomes.map(either.isRight)).toEqual([true, false, true])
    expect(outcomes[1]).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
    expect(names()).toEqual(['a', 'b'])
    expect(undone).toHaveBeenCalledTimes(2)
  })

  it('writes in one transaction what comes together', () => {
    const { add, undone, names } = prepared()
    expect(add('a', 'b', 'c')).toEqual([1, 1, 1].map(either.right))
    expect(names()).toEqual(['a', 'b', 'c'])
    expect(undone).not.toHaveBeenCalled()
  })

  it('tells in an error no value that was written', () => {
    const { add } = prepared()
    add('Karen Jensen')
    expect(JSON.stringify(add('Karen Jensen'))).not.toContain('Karen')
  })

  it('answers a refusal of a job as it is', () => {
    const { commit } = prepared()
    expect(commit([() => either.left('refused')])).toEqual([either.right(either.left('refused'))])
  })
})
