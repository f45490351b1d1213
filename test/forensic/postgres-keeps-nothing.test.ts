import { randomUUID } from 'node:crypto'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { openPostgresLog } from '../../adapters/stores/eventstore/postgres/open-log'
import { rewriteLog } from '../../adapters/stores/eventstore/postgres/rewrite-log'
import { memoryKekRing } from '../../adapters/stores/kek-ring/memory/memory-kek-ring'
import { memoryKeyStore } from '../../adapters/stores/keystore/memory/key-store'
import { openPostgresKeyStore } from '../../adapters/stores/keystore/postgres/open-key-store'
import { streamOf } from '../../domain/event/stream'
import type { CertificateId, EventId } from '../../domain/values/ids'
import type { NewScope, Part } from '../../domain/ports/keys'
import type { KeyStore } from '../../retention/keys/key-store'
import { outerData } from '../../retention/keys/wrap'
import { aPlace, anyScope, keysInHand } from '../fixtures/keys'
import { withOwnPostgres } from '../fixtures/postgres/with-postgres'
import { right } from '../fixtures/right'
import { needlesForText } from './needles'
import { keysOf, madeFor, noted, wrapsOf } from './noted-keys'
import { tracesUnder, type Needle, type Trace } from './traces'

jest.mock('../../retention/keys/new-keys', () =>
  jest
    .requireActual<typeof import('./noted-keys')>('./noted-keys')
    .noting(jest.requireActual('../../retention/keys/new-keys')),
)

const borrowers = 60
const certificate = randomUUID() as CertificateId

/** A store that keeps the keys of borrowers elsewhere: so their ids have no rightful place in the other. */
const parentsElsewhere = (elsewhere: KeyStore, store: KeyStore): KeyStore => ({
  ...store,
  insert: (rows) => {
    const parents = rows.filter((row) => row.class === 'borrower')
    const rest = rows.filter((row) => row.class !== 'borrower')
    return TE.flatMap(() => (rest.length === 0 ? TE.right(undefined) : store.insert(rest)))(elsewhere.insert(parents))
  },
  read: (scopes) =>
    pipe(
      elsewhere.read(scopes),
      TE.flatMap((found) =>
        pipe(
          store.read(scopes),
          TE.map((rest) => [...found, ...rest]),
        ),
      ),
    ),
})

/** An id as bytes and as text. */
const needlesForId = (id: string): ReadonlyArray<Needle> => [
  ...needlesForText(id),
  { of: id, bytes: Buffer.from(id.replaceAll('-', ''), 'hex') },
]

const within = (folder: string, traces: ReadonlyArray<Trace>): ReadonlyArray<Trace> =>
  traces.filter(({ file }) => file.startsWith(`${folder}${path.sep}`))

interface Person {
  readonly borrower: NewScope
  readonly parts: ReadonlyArray<NewScope & { readonly value: Readonly<Record<string, string>> }>
}

const person = (at: number): Person => {
  const parent = anyScope()
  const number = String(at).padStart(3, '0')
  const contact = { name: `Anna Æbleskov ${number}`, street: `Kastanjevej ${number}, Skagen`, phone: `20304${number}` }
  return {
    borrower: { scope: parent, class: 'borrower' },
    parts: [
      { scope: anyScope(), class: 'contact', parent, value: contact },
      { scope: anyScope(), class: 'card', parent, value: { card: `D90771${number}`, pin: `pin-${number}` } },
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
      const ring = memoryKekRing()
      const swept: Trace[] = []
      const rewritten: Trace[] = []
      const ofLog: Trace[] = []
      let outcomes: ReadonlyArray<E.Either<unknown, unknown>> = []

      const needles = (): ReadonlyArray<Needle> => [
        ...keysOf(noted),
        ...wrapsOf(noted),
        ...people.flatMap(({ borrower, parts }) => [borrower, ...parts]).flatMap(({ scope }) => needlesForId(scope)),
        ...people.flatMap(textsOf).flatMap(needlesForText),
      ]

      beforeAll(async () => {
        const url = await keysServer().newDatabase()
        const logUrl = await logServer().newDatabase()
        const store = right(await openPostgresKeyStore(ring.library)(url)())
        const log = right(await openPostgresLog(logUrl)())
        const { keys } = keysInHand({ ring, store: parentsElsewhere(memoryKeyStore(ring.library), store) })
        const register = async ({ borrower, parts }: Person): Promise<void> => {
          right(await keys.make([borrower, ...parts])())
          const stream = streamOf('borrower')(randomUUID())
          const place = aPlace({ log: 'persons', stream, revision: 0, id: randomUUID() as EventId, open: '{}' })
          const sealed = right(await keys.seal(place, parts)())
          const { id, type, version, open } = place
          right(await log.append(stream, 'none', [{ id, type, version, open, recorded: '2026-11', sealed }])())
        }
        for (const one of people) await register(one)
        const parts = forgotten.map(({ scope, class: name }): Part => ({ scope, class: name }))
        outcomes = [await store.fence(parts, certificate)(), await store.checkpointTruncate()]
        await keysServer().own.kill()
        swept.push(...tracesUnder(keysServer().own.dataFolder)(needles()))
        await keysServer().own.start()
        outcomes = [...outcomes, await store.rewrite()]
        await Promise.all([store.close(), keysServer().own.stop()])
        rewritten.push(...tracesUnder(keysServer().own.dataFolder)(needles()))
        right(await rewriteLog(logUrl)())
        await Promise.all([log.close(), logServer().own.stop()])
        ofLog.push(...tracesUnder(logServer().own.dataFolder)(needles()))
      }, 120_000)

      const everywhere = () => [...swept, ...rewritten, ...ofLog]
      const wraps = (made: ReadonlyArray<{ readonly scope: string }>) =>
        new Set(made.map(({ scope }) => `wrap ${scope}`))
      const rowsOf = (areErased: boolean) =>
        wraps(
          madeFor(areErased, erased).filter(({ scope }) => people.every(({ borrower }) => borrower.scope !== scope)),
        )
      const found = (of: ReadonlySet<string>, traces: ReadonlyArray<Trace>) =>
        traces.filter((trace) => of.has(trace.of))

      it('were put in order at each step', () => {
        expect(outcomes.map(E.isRight)).toEqual([true, true, true])
        expect(rowsOf(true).size).toBe(borrowers)
      })

      it('show no key in the clear, living or destroyed', () => {
        expect(everywhere().filter(({ of }) => of.startsWith('key '))).toEqual([])
      })

      it('show no name, address or number of anybody, in whatever form', () => {
        expect(found(new Set(people.flatMap(textsOf)), everywhere())).toEqual([])
      })

      it('show the id of a scope, and not whose it is', () => {
        const children = new Set(people.flatMap(({ parts }) => parts.map(({ scope }) => scope)))
        expect(new Set(found(children, within('base', swept)).map(({ of }) => of))).toEqual(children)
        expect(found(new Set(people.map(({ borrower }) => borrower.scope)), everywhere())).toEqual([])
      })

      it('hold the wrapped key of each living scope in the table of keys, where the search finds it', () => {
        const living = rowsOf(false)
        for (const traces of [swept, rewritten])
          expect(new Set(found(living, within('base', traces)).map(({ of }) => of))).toEqual(living)
        expect(found(living, ofLog)).toEqual([])
      })

      it('hold no wrapped key of an erased scope in any table once the rows were rewritten', () => {
        expect(found(rowsOf(true), within('base', rewritten))).toEqual([])
      })

      it('hold what is left of them in the write-ahead log, where it opens nothing once its epoch is destroyed', async () => {
        const left = found(rowsOf(true), rewritten)
        expect(left.every(({ file }) => file.startsWith('pg_wal'))).toBe(true)
        const epoch = ring.current()
        const opens = () =>
          Promise.all(
            forgotten.map(async ({ scope, class: name }) => {
              const wrapped = noted.find((made) => made.scope === scope)?.wrapped ?? Buffer.alloc(0)
              const bound = outerData({ library: ring.library, class: name, scope, version: 1, epoch })
              return E.isRight(await ring.unwrap(epoch, bound, wrapped)())
            }),
          )
        expect(await opens()).toEqual(forgotten.map(() => true))
        right(await ring.begin())
        right(await ring.destroy(epoch)())
        expect(await opens()).toEqual(forgotten.map(() => false))
      })

      it('tell how much is left', () => {
        const count = (traces: ReadonlyArray<Trace>) => new Set(found(rowsOf(true), traces).map(({ of }) => of)).size
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
