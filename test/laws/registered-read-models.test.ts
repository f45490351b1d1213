import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { ReadModel } from '../../projections/read-model/read-model'
import type { ReadModelTable } from '../../projections/read-model/define-table'
import { allReadModels } from '../../projections/all-read-models'

const projections = path.join(__dirname, '../../projections')
const files = readdirSync(projections, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.startsWith('read-model'),
)
const exportsOf = (file: string): ReadonlyArray<unknown> =>
  Object.values(jest.requireActual<Readonly<Record<string, unknown>>>(path.join(projections, file)))

const isRecord = (u: unknown): u is Readonly<Record<string, unknown>> => typeof u === 'object' && u !== null
const isReadModel = (u: unknown): u is ReadModel => isRecord(u) && 'folds' in u && 'tables' in u
const isTable = (u: unknown): u is ReadModelTable => isRecord(u) && 'columns' in u && 'key' in u

const tables = allReadModels.flatMap((model) => model.tables)
const columns = tables.flatMap((table) =>
  Object.entries(table.columns).map(([name, column]) => ({ ...column, name, table })),
)
const repeated = (names: ReadonlyArray<string>) => names.filter((name, at) => names.indexOf(name) !== at)

describe('allReadModels', () => {
  it('names every read model under projections/', () => {
    const found = files.flatMap(exportsOf).filter(isReadModel)
    expect(found.length).toBeGreaterThanOrEqual(allReadModels.length)
    expect(found.filter((model) => !allReadModels.includes(model)).map(({ name }) => name)).toEqual([])
  })

  it('names every table under projections/, so that each is purged', () => {
    const found = files.flatMap(exportsOf).filter(isTable)
    expect(found.length).toBeGreaterThanOrEqual(tables.length)
    expect(found.filter((table) => !tables.includes(table)).map(({ name }) => name)).toEqual([])
  })

  it('has unique names of read models and tables', () => {
    expect(repeated(allReadModels.map(({ name }) => name))).toEqual([])
    expect(repeated(tables.map(({ name }) => name))).toEqual([])
  })

  it('names the scope class of every column that holds scopes, and of no other column', () => {
    const wrong = columns.filter(({ role, class: name }) => (role === 'purgedWith') !== (name !== undefined))
    expect(wrong.map(({ table, name }) => `${table.name}.${name}`)).toEqual([])
  })

  it('has a scope column in every table with a personal column', () => {
    const goes = ({ columns: all }: ReadModelTable) => Object.values(all).some(({ role }) => role === 'purgedWith')
    const stays = columns.filter(({ role, table }) => role === 'personal' && !goes(table))
    expect(stays.map(({ table, name }) => `${table.name}.${name}`)).toEqual([])
  })
})
