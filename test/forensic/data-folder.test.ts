/** @jest-environment ./.config/environment-with-own-modules.mjs */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openLibraryIn } from '../fixtures/running-library'
import { simulateLibrary } from './simulation/simulate-library'
import type { SimulatedTown } from './simulation/simulated-town'
import { patternsForSecret, patternsForText } from './byte-patterns'
import { keyPatterns, recordedKeysOfScopes, recordedKeys, wrappedKeyPatterns, type RecordedKey } from './recorded-keys'
import { scopesDeclaredDue, allStoredEvents } from './stored-events'
import { findPatternsInFolder, type PatternMatch } from './find-byte-patterns'

jest.mock('../../retention/keys/generate-scope-keys', () =>
  jest
    .requireActual<typeof import('./recorded-keys')>('./recorded-keys')
    .recordGeneratedKeys(jest.requireActual('../../retention/keys/generate-scope-keys')),
)

/** What one search found: forbidden texts, keys, and wrapped keys of erased scopes. */
interface Search {
  readonly when: string
  readonly texts: ReadonlyArray<PatternMatch>
  readonly keys: ReadonlyArray<PatternMatch>
  readonly erasedWraps: ReadonlyArray<PatternMatch>
  readonly erased: number
}

/** Searches every byte of the folder. */
const search = (when: string, folder: string, texts: ReadonlySet<string>, erased: ReadonlySet<string>): Search => {
  const [keys, wraps] = [keyPatterns(recordedKeys), wrappedKeyPatterns(recordedKeysOfScopes(true, erased))]
  const [areKeys, areWraps] = [keys, wraps].map((patterns) => new Set(patterns.map(({ label }) => label)))
  const found = findPatternsInFolder(folder)([...[...texts].flatMap(patternsForText), ...keys, ...wraps])
  return {
    when,
    texts: found.filter(({ label }) => texts.has(label)),
    keys: found.filter(({ label }) => areKeys!.has(label)),
    erasedWraps: found.filter(({ label }) => areWraps!.has(label)),
    erased: recordedKeysOfScopes(true, erased).length,
  }
}

interface Evidence {
  readonly town: SimulatedTown
  readonly searches: ReadonlyArray<Search>
  readonly types: ReadonlySet<string>
  readonly living: ReadonlyArray<RecordedKey>
  readonly livingWraps: ReadonlyArray<PatternMatch>
}

const gather = async (folder: string): Promise<Evidence> => {
  const system = await openLibraryIn(folder)
  const texts = new Set<string>()
  const searches: Search[] = []
  const searchNow = async (when: string) => {
    searches.push(
      search(
        when,
        folder,
        texts,
        scopesDeclaredDue(await allStoredEvents(system.useCaseDependencies.commandHandling.stores)),
      ),
    )
  }
  const span = { months: 36, visits: 1 }
  const town = await simulateLibrary(system, 7, span, async (month, { groundTruth }) => {
    for (const text of groundTruth.canaries) texts.add(text)
    if (month % 18 === 17) await searchNow(`while it is open, in month ${month + 1}`)
  })
  const events = await allStoredEvents(system.useCaseDependencies.commandHandling.stores)
  const erased = scopesDeclaredDue(events)
  await system.close()
  searches.push(search('after it is closed', folder, texts, erased))
  const living = recordedKeysOfScopes(false, erased)
  const types = new Set(events.map(({ type }) => type))
  return { town, searches, types, living, livingWraps: findPatternsInFolder(folder)(wrappedKeyPatterns(living)) }
}

describe('the data folder of a library after three simulated years', () => {
  let folder: string
  let evidence: Evidence
  beforeAll(async () => {
    folder = path.join(mkdtempSync(path.join(tmpdir(), 'glemsom-')), 'data')
    evidence = await gather(folder)
  })
  afterAll(() => rmSync(path.dirname(folder), { recursive: true, force: true }))

  it('holds every kind of activity', () => {
    const { town, types, searches } = evidence
    const actions = 'acquired registered lent returned renewed undone reserved paid blocked unblocked found'
    for (const action of [...actions.split(' '), 'moved house', 'written off', 'gave up', 'forgotten on request'])
      expect([action, town.done.get(action) ?? 0]).not.toEqual([action, 0])
    for (const type of ['CopyBilledAsLost', 'FeeCancelled', 'FeeJoined', 'BorrowerLapsed', 'ReservationFulfilled'])
      expect(types).toContain(type)
    expect(town.groundTruth.borrowers.size).toBeGreaterThanOrEqual(60)
    expect(searches.at(-1)?.erased).toBeGreaterThan(500)
  })

  it('never contains a name, a number, an address or a note, in any encoding', () => {
    for (const { when, texts } of evidence.searches) expect([when, texts]).toEqual([when, []])
  })

  it('never contains an unwrapped key, living or destroyed', () => {
    for (const { when, keys } of evidence.searches) expect([when, keys]).toEqual([when, []])
  })

  it('contains no piece of the wrapped key of an erased scope', () => {
    for (const { when, erasedWraps } of evidence.searches) expect([when, erasedWraps]).toEqual([when, []])
  })

  it('contains the wrapped key of each living scope in the key store, where the search finds it', () => {
    const { living, livingWraps } = evidence
    expect(living.length).toBeGreaterThan(50)
    expect(new Set(livingWraps.map(({ file }) => file))).toEqual(
      new Set(['keys-circulation.db', 'keys-persons.db'].map((name) => path.join('keys', name))),
    )
    expect(new Set(livingWraps.map(({ label }) => label))).toEqual(new Set(living.map(({ scope }) => `wrap ${scope}`)))
  })

  it.each<[string, (text: string) => Buffer]>([
    ['in the clear', (text) => Buffer.from(text)],
    ['in UTF-16', (text) => Buffer.from(text, 'utf16le')],
    ['in hex', (text) => Buffer.from(Buffer.from(text).toString('hex'))],
    ['in base64', (text) => Buffer.from(Buffer.from(text).toString('base64'))],
    ['in the middle of something in base64', (text) => Buffer.from(Buffer.from(`x${text}y`).toString('base64'))],
  ])('lets the search find a name that is written into a file %s', (_, written) => {
    const [name = ''] = evidence.town.groundTruth.canaries
    mkdirSync(path.join(folder, 'leak'), { recursive: true })
    writeFileSync(
      path.join(folder, 'leak', 'note'),
      Buffer.concat([Buffer.from('log: '), written(name), Buffer.alloc(9)]),
    )
    expect(findPatternsInFolder(folder)(patternsForText(name))).toEqual([
      { file: path.join('leak', 'note'), label: name },
    ])
  })

  it('lets the search find a key that is written into a file', () => {
    const { scope, key } = recordedKeys[0]!
    writeFileSync(path.join(folder, 'leak', 'note'), Buffer.concat([Buffer.alloc(100), key]))
    expect(findPatternsInFolder(folder)(patternsForSecret(scope)(key))).toEqual([
      { file: path.join('leak', 'note'), label: scope },
    ])
  })
})
