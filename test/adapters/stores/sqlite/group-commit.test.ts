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
  const told = { committed: jest.fn(), undone: jest.fn() }
  const insert = db.prepare('INSERT INTO names VALUES (?)')
  const { submit, close } = groupCommit(told)(db)
  return {
    db,
    told,
    submit,
    close,
    add: (name: string) => submit(() => either.right(insert.run(name).changes)),
    names: () => db.prepare('SELECT name FROM names ORDER BY name').pluck().all(),
  }
}

describe('a group commit', () => {
  it('writes in one transaction what is handed in during one turn', async () => {
    const { add, told, names } = prepared()
    await Promise.all(['a', 'b', 'c'].map(add))
    expect(names()).toEqual(['a', 'b', 'c'])
    expect(told.committed).toHaveBeenCalledTimes(1)
  })

  it('writes the neighbours of work that throws', async () => {
    const { add, told, names } = prepared()
    const outcomes = await Promise.all(['a', 'a', 'b'].map(add))
    expect(outcomes.map(either.isRight)).toEqual([true, false, true])
    expect(outcomes[1]).toMatchObject({ left: { _tag: 'StoreUnavailable' } })
    expect(names()).toEqual(['a', 'b'])
    expect(told.undone).toHaveBeenCalledTimes(2)
  })

  it('tells in an error no value that was written', async () => {
    const { add } = prepared()
    await add('Karen Jensen')
    expect(JSON.stringify(await add('Karen Jensen'))).not.toContain('Karen')
  })

  it('answers a refusal of the work as it is', async () => {
    const { submit } = prepared()
    expect(await submit(() => either.left('refused'))).toEqual(either.left('refused'))
  })

  it('commits what waits when it is closed, and takes nothing more', async () => {
    const { add, close, names } = prepared()
    const waiting = add('a')
    close()
    expect(names()).toEqual(['a'])
    expect(await waiting).toEqual(either.right(1))
    expect(await add('b')).toMatchObject({ left: { reason: 'the store is closed' } })
  })
})
