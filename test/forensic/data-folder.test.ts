import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openIn } from '../fixtures/system'
import { live } from './life/life'
import type { Town } from './life/town'
import { needlesForSecret, needlesForText } from './needles'
import { keysOf, madeFor, noted, wrapsOf, type MadeKey } from './noted-keys'
import { erasedIn, everyEvent } from './stored'
import { tracesUnder, type Trace } from './traces'

jest.mock('../../retention/keys/new-keys', () =>
  jest
    .requireActual<typeof import('./noted-keys')>('./noted-keys')
    .noting(jest.requireActual('../../retention/keys/new-keys')),
)

/** What must not be there, and was found all the same. */
interface Search {
  readonly when: string
  readonly texts: ReadonlyArray<Trace>
  readonly keys: ReadonlyArray<Trace>
  readonly erasedWraps: ReadonlyArray<Trace>
  readonly erased: number
}

/** Looks for it in every byte of the folder as it is, all at once. */
const search = (when: string, folder: string, texts: ReadonlySet<string>, erased: ReadonlySet<string>): Search => {
  const [keys, wraps] = [keysOf(noted), wrapsOf(madeFor(true, erased))]
  const [areKeys, areWraps] = [keys, wraps].map((needles) => new Set(needles.map(({ of }) => of)))
  const found = tracesUnder(folder)([...[...texts].flatMap(needlesForText), ...keys, ...wraps])
  return {
    when,
    texts: found.filter(({ of }) => texts.has(of)),
    keys: found.filter(({ of }) => areKeys!.has(of)),
    erasedWraps: found.filter(({ of }) => areWraps!.has(of)),
    erased: madeFor(true, erased).length,
  }
}

interface Evidence {
  readonly town: Town
  readonly searches: ReadonlyArray<Search>
  readonly types: ReadonlySet<string>
  readonly living: ReadonlyArray<MadeKey>
  readonly livingWraps: ReadonlyArray<Trace>
}

const gather = async (folder: string): Promise<Evidence> => {
  const system = await openIn(folder)
  const texts = new Set<string>()
  const searches: Search[] = []
  const look = async (when: string) => {
    searches.push(search(when, folder, texts, erasedIn(await everyEvent(system.library.desk.stores))))
  }
  const span = { months: 36, visits: 1 }
  const town = await live(system, 7, span, async (month, { truth }) => {
    for (const text of truth.canaries) texts.add(text)
    if (month % 18 === 17) await look(`while it is open, in month ${month + 1}`)
  })
  const events = await everyEvent(system.library.desk.stores)
  const erased = erasedIn(events)
  await system.close()
  searches.push(search('after it is closed', folder, texts, erased))
  const living = madeFor(false, erased)
  const types = new Set(events.map(({ type }) => type))
  return { town, searches, types, living, livingWraps: tracesUnder(folder)(wrapsOf(living)) }
}

describe('the data folder of a library that has lived for three years', () => {
  let folder: string
  let evidence: Evidence
  beforeAll(async () => {
    folder = path.join(mkdtempSync(path.join(tmpdir(), 'glemsom-')), 'data')
    evidence = await gather(folder)
  }, 120_000)
  afterAll(() => rmSync(path.dirname(folder), { recursive: true, force: true }))

  it('has seen all that a library sees', () => {
    const { town, types, searches } = evidence
    const acts = 'acquired registered lent returned renewed undone reserved paid waived blocked unblocked found'
    for (const act of [...acts.split(' '), 'moved house', 'gave up', 'forgotten on request'])
      expect([act, town.done.get(act) ?? 0]).not.toEqual([act, 0])
    for (const type of ['CopyBilledAsLost', 'FeeCancelled', 'FeeJoined', 'BorrowerLapsed', 'ReservationFulfilled'])
      expect(types).toContain(type)
    expect(town.truth.borrowers.size).toBeGreaterThanOrEqual(60)
    expect(searches.at(-1)?.erased).toBeGreaterThan(500)
  })

  it('never shows a name, a number, an address or a note, in whatever form', () => {
    for (const { when, texts } of evidence.searches) expect([when, texts]).toEqual([when, []])
  })

  it('never shows a key, living or destroyed', () => {
    for (const { when, keys } of evidence.searches) expect([when, keys]).toEqual([when, []])
  })

  it('holds nothing of the wrapped key of a scope that was erased', () => {
    for (const { when, erasedWraps } of evidence.searches) expect([when, erasedWraps]).toEqual([when, []])
  })

  it('holds the wrapped key of each living scope in the key store, where the search finds it', () => {
    const { living, livingWraps } = evidence
    expect(living.length).toBeGreaterThan(50)
    expect(new Set(livingWraps.map(({ file }) => file))).toEqual(new Set([path.join('keys', 'keys.db')]))
    expect(new Set(livingWraps.map(({ of }) => of))).toEqual(new Set(living.map(({ scope }) => `wrap ${scope}`)))
  })

  it.each<[string, (text: string) => Buffer]>([
    ['in the clear', (text) => Buffer.from(text)],
    ['in UTF-16', (text) => Buffer.from(text, 'utf16le')],
    ['in hex', (text) => Buffer.from(Buffer.from(text).toString('hex'))],
    ['in base64', (text) => Buffer.from(Buffer.from(text).toString('base64'))],
    ['in the middle of something in base64', (text) => Buffer.from(Buffer.from(`x${text}y`).toString('base64'))],
  ])('would show a name that somebody had written into a file %s', (_, written) => {
    const [name = ''] = evidence.town.truth.canaries
    mkdirSync(path.join(folder, 'leak'), { recursive: true })
    writeFileSync(
      path.join(folder, 'leak', 'note'),
      Buffer.concat([Buffer.from('log: '), written(name), Buffer.alloc(9)]),
    )
    expect(tracesUnder(folder)(needlesForText(name))).toEqual([{ file: path.join('leak', 'note'), of: name }])
  })

  it('would show a key that had been kept', () => {
    const { scope, key } = noted[0]!
    writeFileSync(path.join(folder, 'leak', 'note'), Buffer.concat([Buffer.alloc(100), key]))
    expect(tracesUnder(folder)(needlesForSecret(scope)(key))).toEqual([{ file: path.join('leak', 'note'), of: scope }])
  })
})
