import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { allDerivedStores } from '../../../adapters/composition/derived-stores/all-derived-stores'
import { purgedStoreNames } from '../../../retention/derived-stores/derived-store'
import { containersThatOutliveACall } from './variables-that-outlive-a-call'

const root = path.join(__dirname, '../../..')
const sourceFiles = ['domain', 'projections', 'retention', 'adapters'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/'))),
)
const inCode = new Set(
  sourceFiles.flatMap((file) => containersThatOutliveACall(file, readFileSync(path.join(root, file), 'utf8'))),
)
const declared = allDerivedStores.memory.flatMap(({ variables }) => variables)

describe('the registry of derived stores', () => {
  it('declares everything that the code holds in memory for longer than a call', () => {
    expect(inCode.size).toBeGreaterThan(50)
    expect([...inCode].filter((variable) => !declared.includes(variable))).toEqual([])
  })

  it('declares nothing that the code does not hold', () => {
    expect(declared.filter((variable) => !inCode.has(variable))).toEqual([])
    expect(declared.filter((variable, at) => declared.indexOf(variable) !== at)).toEqual([])
  })

  it('declares each store that the worker purges', () => {
    const { databases, files, memory } = allDerivedStores
    const erasures = [...databases.flatMap(({ tables }) => tables), ...files, ...memory].map(({ erasure }) => erasure)
    const purged = new Set(erasures.flatMap((erasure) => (erasure._tag === 'Purged' ? [erasure.from] : [])))
    expect([...purged].sort()).toEqual([...purgedStoreNames, 'short-term store'].sort())
  })
})

describe('the search for what outlives a call', () => {
  const search = (text: string) => containersThatOutliveACall('a.ts', text)

  it.each([
    [
      'a map in a closure',
      'export const make = () => { const seen = new Map<string, string>(); return (x: string) => seen.get(x) }',
    ],
    [
      'a map at the top of a file',
      'const seen = new Map<string, string>(); export const add = (x: string) => seen.set(x, x)',
    ],
    [
      'a list in a closure',
      'export const make = () => { const seen: string[] = []; return { add: (x: string) => { seen.push(x) } } }',
    ],
    [
      'a list that is replaced',
      'export const make = () => { let seen: string[] = []; return (x: string) => { seen = [...seen, x] } }',
    ],
    [
      'a cache',
      'export const make = () => { const seen = boundedCache<string, string>(9); return seen.get }; export const f = () => { const seen = boundedCache(1); return () => seen.get(1) }',
    ],
    [
      'a map that starts with content',
      'export const make = (all: []) => { const seen = new Map(all); return (x: string) => { seen.delete(x) } }',
    ],
    ['a map in an object', 'export const make = () => ({ seen: new Map<string, string>() })'],
  ])('finds %s', (_, text) => {
    expect(search(text)).toEqual(['a.ts#seen'])
  })

  it.each([
    [
      'a map that one call makes and uses',
      'export const f = (xs: string[]) => { const seen = new Map(); xs.forEach((x) => seen.set(x, 1)); return seen.size }',
    ],
    ['a constant', "const names = new Set(['a']); export const has = (x: string) => names.has(x)"],
  ])('leaves out %s', (_, text) => {
    expect(search(text)).toEqual([])
  })
})
