import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { ReadModel } from '../../projections/kernel/read-model'
import type { Table } from '../../projections/kernel/table'
import { readModels } from '../../projections/registry'

const projections = path.join(__dirname, '../../projections')
const files = readdirSync(projections, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.startsWith('kernel'),
)
const exportsOf = (file: string): ReadonlyArray<unknown> =>
  Object.values(jest.requireActual<Readonly<Record<string, unknown>>>(path.join(projections, file)))

const isRecord = (u: unknown): u is Readonly<Record<string, unknown>> => typeof u === 'object' && u !== null
const isReadModel = (u: unknown): u is ReadModel => isRecord(u) && 'folds' in u && 'tables' in u
const isTable = (u: unknown): u is Table => isRecord(u) && 'columns' in u && 'key' in u

const tables = readModels.flatMap((model) => model.tables)
const columns = tables.flatMap((table) =>
  Object.entries(table.columns).map(([name, column]) => ({ ...column, name, table })),
)
const repeated = (names: ReadonlyArray<string>) => names.filter((name, at) => names.indexOf(name) !== at)

describe('the registry of read models', () => {
  it('names every read model under projections/', () => {
    const found = files.flatMap(exportsOf).filter(isReadModel)
    expect(found.length).toBeGreaterThanOrEqual(readModels.length)
    expect(found.filter((model) => !readModels.includes(model)).map(({ name }) => name)).toEqual([])
  })

  it('names every table under projections/, so that none is left out of a purge', () => {
    const found = files.flatMap(exportsOf).filter(isTable)
    expect(found.length).toBeGreaterThanOrEqual(tables.length)
    expect(found.filter((table) => !tables.includes(table)).map(({ name }) => name)).toEqual([])
  })

  it('gives each read model and each table a name of its own', () => {
    expect(repeated(readModels.map(({ name }) => name))).toEqual([])
    expect(repeated(tables.map(({ name }) => name))).toEqual([])
  })

  it('says of every column that holds scopes of which class they are, and of no other', () => {
    const wrong = columns.filter(({ role, class: name }) => (role === 'goesWith') !== (name !== undefined))
    expect(wrong.map(({ table, name }) => `${table.name}.${name}`)).toEqual([])
  })

  it('lets every personal value go with its row', () => {
    const goes = ({ columns: all }: Table) => Object.values(all).some(({ role }) => role === 'goesWith')
    const stays = columns.filter(({ role, table }) => role === 'personal' && !goes(table))
    expect(stays.map(({ table, name }) => `${table.name}.${name}`)).toEqual([])
  })
})
