/** @jest-environment ./.config/environment-with-own-modules.mjs */
import type { Day } from '../../domain/values/day'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { openPostgresLog } from '../../adapters/stores/eventstore/postgres/open-postgres-log'
import { rewriteLogRowsInOrder } from '../../adapters/stores/eventstore/postgres/rewrite-log-rows-in-order'
import { createMemoryKekRing } from '../../adapters/stores/kek-ring/memory/memory-kek-ring'
import { createMemoryKeyStore } from '../../adapters/stores/keystore/memory/memory-key-store'
import { openPostgresKeyStore } from '../../adapters/stores/keystore/postgres/open-postgres-key-store'
import { streamNameOf } from '../../domain/event/stream'
import type { CertificateId, EventId } from '../../domain/values/ids'
import type { NewScope, PartScope } from '../../domain/ports/scope-keys'
import { outerWrapData } from '../../retention/keys/key-wrapping'
import { exampleSealContext, randomScopeId, keysUnderTest } from '../fixtures/keys-under-test'
import { withOwnPostgres } from '../fixtures/postgres/with-postgres'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { patternsForText } from './byte-patterns'
import { moveKeysThroughRing } from './move-keys-through-ring'
import { keyPatterns, recordedKeysOfScopes, recordedKeys, wrappedKeyPatterns } from './recorded-keys'
import { withBorrowerKeysElsewhere } from './with-borrower-keys-elsewhere'
import { findPatternsInFolder, type BytePattern, type PatternMatch } from './find-byte-patterns'

const today = '2026-03-05' as Day

jest.mock('../../retention/keys/generate-scope-keys', () =>
  jest
    .requireActual<typeof import('./recorded-keys')>('./recorded-keys')
    .recordGeneratedKeys(jest.requireActual('../../retention/keys/generate-scope-keys')),
)

const borrowers = 60
const certificate = randomUUID() as CertificateId

/** Patterns of an id, as bytes and as text. */
const patternsForId = (id: string): ReadonlyArray<BytePattern> => [
  ...patternsForText(id),
  { label: id, bytes: Buffer.from(id.replaceAll('-', ''), 'hex') },
]

const within = (folder: string, matches: ReadonlyArray<PatternMatch>): ReadonlyArray<PatternMatch> =>
  matches.filter(({ file }) => file.startsWith(`${folder}${path.sep}`))

interface Person {
  readonly borrower: NewScope
  readonly parts: ReadonlyArray<NewScope & { readonly value: Readonly<Record<string, string>> }>
}

const person = (at: number): Person => {
  const parent = randomScopeId()
  const number = String(at).padStart(3, '0')
  const contact = { name: `Anna Æbleskov ${number}`, street: `Kastanjevej ${number}, Skagen`, phone: `20304${number}` }
  return {
    borrower: { scope: parent, class: 'borrower' },
    parts: [
      { scope: randomScopeId(), class: 'contact', parent, value: contact },
      { scope: randomScopeId(), class: 'card', parent, value: { card: `D90771${number}`, pin: `pin-${number}` } },
    ],
  }
}

const textsOf = ({ parts }: Person): ReadonlyArray<string> => parts.flatMap(({ value }) => Object.values(value))

withOwnPostgres((keysServer) =>
  withOwnPostgres((logServer) => {
    describe('the data folders of PostgreSQL, after half of the borrowers were forgotten', () => {
      const people = Array.from({ length: borrowers }, (_, at) => person(at))
      const forgotten = people.filter((_, at) => at % 2 === 0).flatMap(({ parts }) => parts)
      const erased = new Set<string>(forgotten.map(({ scope }) => scope))
      const ring = createMemoryKekRing()
      const firstEpoch = ring.currentEpoch()
      const swept: PatternMatch[] = []
      const rewritten: PatternMatch[] = []
      const rolled: PatternMatch[] = []
      const ofLog: PatternMatch[] = []
      let outcomes: ReadonlyArray<E.Either<unknown, unknown>> = []

      const patterns = (): ReadonlyArray<BytePattern> => [
        ...keyPatterns(recordedKeys),
        ...wrappedKeyPatterns(recordedKeys),
        ...people.flatMap(({ borrower, parts }) => [borrower, ...parts]).flatMap(({ scope }) => patternsForId(scope)),
        ...people.flatMap(textsOf).flatMap(patternsForText),
      ]

      beforeAll(async () => {
        const url = await keysServer().createDatabase()
        const logUrl = await logServer().createDatabase()
        const store = rightOrThrow(await openPostgresKeyStore(ring.library)(url)())
        const log = rightOrThrow(await openPostgresLog(logUrl)())
        const allKeys = withBorrowerKeysElsewhere(createMemoryKeyStore(ring.library), store)
        const { keys } = keysUnderTest({ ring, store: allKeys })
        const register = async ({ borrower, parts }: Person): Promise<void> => {
          rightOrThrow(await keys.createKeys([borrower, ...parts])())
          const stream = streamNameOf('borrower')(randomUUID())
          const place = exampleSealContext({
            log: 'persons',
            stream,
            revision: 0,
            id: randomUUID() as EventId,
            open: '{}',
          })
          const sealed = rightOrThrow(await keys.sealParts(place, parts)())
          const { id, type, version, open } = place
          rightOrThrow(await log.append(stream, 'none', [{ id, type, version, open, recorded: '2026-11', sealed }])())
        }
        for (const one of people) await register(one)
        const parts = forgotten.map(({ scope, class: name }): PartScope => ({ scope, class: name }))
        outcomes = [await store.fence(parts, certificate)(), await store.checkpointTruncate()]
        await keysServer().ownServer.kill()
        swept.push(...findPatternsInFolder(keysServer().ownServer.dataFolder)(patterns()))
        await keysServer().ownServer.start()
        outcomes = [...outcomes, await store.rewrite()]
        await keysServer().ownServer.stop()
        rewritten.push(...findPatternsInFolder(keysServer().ownServer.dataFolder)(patterns()))
        await keysServer().ownServer.start()
        rightOrThrow(await ring.beginEpoch(today)())
        outcomes = [...outcomes, await moveKeysThroughRing(ring, allKeys, erased)()]
        await Promise.all([store.close(), keysServer().ownServer.stop()])
        rolled.push(...findPatternsInFolder(keysServer().ownServer.dataFolder)(patterns()))
        rightOrThrow(await rewriteLogRowsInOrder(logUrl)())
        await Promise.all([log.close(), logServer().ownServer.stop()])
        ofLog.push(...findPatternsInFolder(logServer().ownServer.dataFolder)(patterns()))
      })

      const everywhere = () => [...swept, ...rewritten, ...rolled, ...ofLog]
      const wraps = (made: ReadonlyArray<{ readonly scope: string }>) =>
        new Set(made.map(({ scope }) => `wrap ${scope}`))
      const rowsOf = (areErased: boolean) =>
        wraps(
          recordedKeysOfScopes(areErased, erased).filter(({ scope }) =>
            people.every(({ borrower }) => borrower.scope !== scope),
          ),
        )
      const found = (of: ReadonlySet<string>, matches: ReadonlyArray<PatternMatch>) =>
        matches.filter((match) => of.has(match.label))

      it('were fenced, checkpointed, rewritten and re-wrapped without error', () => {
        expect(outcomes.map(E.isRight)).toEqual([true, true, true, true])
        expect(rowsOf(true).size).toBe(borrowers)
      })

      it('contain no unwrapped key, living or destroyed', () => {
        expect(everywhere().filter(({ label }) => label.startsWith('key '))).toEqual([])
      })

      it('contain no name, address or number of a person, in any encoding', () => {
        expect(found(new Set(people.flatMap(textsOf)), everywhere())).toEqual([])
      })

      it('contain the id of a scope, and not the id of its borrower', () => {
        const children = new Set(people.flatMap(({ parts }) => parts.map(({ scope }) => scope)))
        for (const matches of [swept, rolled])
          expect(new Set(found(children, within('base', matches)).map(({ label }) => label))).toEqual(children)
        expect(found(new Set(people.map(({ borrower }) => borrower.scope)), everywhere())).toEqual([])
      })

      it('contain the wrapped key of each living scope in the table of keys, where the search finds it', () => {
        const living = rowsOf(false)
        for (const matches of [swept, rewritten])
          expect(new Set(found(living, within('base', matches)).map(({ label }) => label))).toEqual(living)
        expect(found(living, ofLog)).toEqual([])
      })

      it('contain no wrapped key of an erased scope in any table after the rows are rewritten', () => {
        expect(found(rowsOf(true), within('base', rewritten))).toEqual([])
      })

      it('contain no wrapped key of the epoch before in any table after a roll, living or erased', () => {
        expect(found(new Set([...rowsOf(true), ...rowsOf(false)]), within('base', rolled))).toEqual([])
      })

      it('contain them only in the write-ahead log, where they open nothing after their epoch is destroyed', async () => {
        const left = found(rowsOf(true), rewritten)
        expect(left.every(({ file }) => file.startsWith('pg_wal'))).toBe(true)
        const epoch = firstEpoch
        const opens = () =>
          Promise.all(
            forgotten.map(async ({ scope, class: name }) => {
              const wrapped = recordedKeys.find((made) => made.scope === scope)?.wrapped ?? Buffer.alloc(0)
              const bound = outerWrapData({ library: ring.library, class: name, scope, version: 1, epoch })
              return E.isRight(await ring.unwrap(epoch, bound, wrapped)())
            }),
          )
        expect(await opens()).toEqual(forgotten.map(() => true))
        rightOrThrow(await ring.retireEpoch(epoch, today)())
        rightOrThrow(await ring.destroyEpoch(epoch, today)())
        expect(await opens()).toEqual(forgotten.map(() => false))
      })

      it('print how many wrapped keys are left', () => {
        const count = (matches: ReadonlyArray<PatternMatch>) =>
          new Set(found(rowsOf(true), matches).map(({ label }) => label)).size
        const [tables, after, log] = [within('base', swept), within('base', rewritten), within('pg_wal', rewritten)]
        process.stdout.write(
          `wrapped keys of ${borrowers} erased scopes: ${count(tables)} in tables once swept, ` +
            `${count(after)} once rewritten, ${count(log)} in the write-ahead log\n`,
        )
        expect(count(after)).toBe(0)
      })
    })
  }),
)
