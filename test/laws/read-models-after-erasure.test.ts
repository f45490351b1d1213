import fc from 'fast-check'
import { eventDefinitions } from '../../domain/event-definitions'
import { allReadModels } from '../../projections/all-read-models'
import { toScopesToPurge } from '../arbitrary/history/erase-scopes-of-history'
import { arbitraryHistory } from '../arbitrary/history/arbitrary-history'
import { canaryText } from '../arbitrary/history/history-state'
import { allReadModelRows, inMemoryReadModels, withMetadataIn } from '../fixtures/in-memory-read-models'

const histories = fc.sample(arbitraryHistory(250), { seed: 7, numRuns: 300 })

const readModelsOf = ({ circulation, persons }: (typeof histories)[number]) => {
  const models = inMemoryReadModels()
  models.foldEvents(withMetadataIn('circulation')(circulation))
  models.foldEvents(withMetadataIn('persons')(persons))
  return models
}

describe('read models after the erasure of every scope', () => {
  it('hold neither a personal text nor the id of a borrower', () => {
    for (const history of histories) {
      const models = readModelsOf(history)
      expect(JSON.stringify(allReadModelRows(models))).toContain(canaryText)
      models.purge(toScopesToPurge(history.scopes))
      const left = JSON.stringify(allReadModelRows(models))
      expect(left).not.toContain(canaryText)
      expect(history.scopes.filter((one) => one.class === 'borrower' && left.includes(one.scope))).toEqual([])
    }
  })
})

describe('the arbitrary histories', () => {
  it('contain every event that a read model folds', () => {
    const made = new Set(
      histories.flatMap(({ circulation, persons }) => [...circulation, ...persons]).map((e) => e.type),
    )
    const folded = new Set(allReadModels.flatMap(({ folds }) => Object.keys(folds)))
    const known = eventDefinitions.map(({ type }) => type).filter((type) => folded.has(type))
    expect(known.filter((type) => !made.has(type))).toEqual([])
  })

  it('give every table a row', () => {
    const filled = new Set(
      histories.flatMap((history) =>
        Object.entries(allReadModelRows(readModelsOf(history))).flatMap(([name, rows]) =>
          rows.length > 0 ? [name] : [],
        ),
      ),
    )
    const tables = allReadModels.flatMap(({ tables }) => tables.map(({ name }) => name))
    expect(tables.filter((name) => !filled.has(name))).toEqual([])
  })
})
