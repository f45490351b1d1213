import fc from 'fast-check'
import { definitions } from '../../domain/catalogue'
import { readModels } from '../../projections/registry'
import { asScopes } from '../arbitrary/history/forgetting'
import { arbitraryHistory } from '../arbitrary/history/history'
import { canary } from '../arbitrary/history/world'
import { allRows, emptyReadModels, recordedIn } from '../fixtures/read-models'

const histories = fc.sample(arbitraryHistory(200), { seed: 7, numRuns: 60 })

const afterHistory = ({ circulation, persons }: (typeof histories)[number]) => {
  const models = emptyReadModels()
  models.take(recordedIn('circulation')(circulation))
  models.take(recordedIn('persons')(persons))
  return models
}

describe('read models once all is forgotten', () => {
  it('hold neither a personal text nor the id of a borrower', () => {
    for (const history of histories) {
      const models = afterHistory(history)
      expect(JSON.stringify(allRows(models))).toContain(canary)
      models.purge(asScopes(history.scopes))
      const left = JSON.stringify(allRows(models))
      expect(left).not.toContain(canary)
      expect(history.scopes.filter((one) => one.class === 'borrower' && left.includes(one.scope))).toEqual([])
    }
  })
})

describe('the made-up histories', () => {
  it('hold every event that a read model folds', () => {
    const made = new Set(
      histories.flatMap(({ circulation, persons }) => [...circulation, ...persons]).map((e) => e.type),
    )
    const folded = new Set(readModels.flatMap(({ folds }) => Object.keys(folds)))
    const known = definitions.map(({ type }) => type).filter((type) => folded.has(type))
    expect(known.filter((type) => !made.has(type))).toEqual([])
  })

  it('fill every table', () => {
    const filled = new Set(
      histories.flatMap((history) =>
        Object.entries(allRows(afterHistory(history))).flatMap(([name, rows]) => (rows.length > 0 ? [name] : [])),
      ),
    )
    const tables = readModels.flatMap(({ tables }) => tables.map(({ name }) => name))
    expect(tables.filter((name) => !filled.has(name))).toEqual([])
  })
})
