import type { Day } from '../../domain/values/day'
import { isObjectCodec } from '../../adapters/interfaces/http/codecs/object-codec'
import { DataByKind, heldDataCodecs } from '../../adapters/interfaces/http/resources/personal-data/personal-data-codec'
import { kindsOfData, kindsOfField, listKindsOfData, type KindOfDataName } from '../../retention/promises/kinds-of-data'
import {
  borrowerUser,
  staffUser,
  withHttpServer,
  type Reply,
  type ServedLibrary,
} from '../adapters/interfaces/http/with-http-server'
import { moveClockTo } from '../e2e/use-case-steps'
import { readBothLogs } from '../crash/check/read-both-logs'
import type { HeldValue } from './example-of-data'
import { examples } from './examples'
import { personalValuesOf } from './personal-values-of-answer'

const rows = listKindsOfData()

interface Row {
  readonly status: string
  readonly data: unknown
  readonly entries: unknown
}
type Rows = Readonly<Record<string, Row>>

const rowsOf = ({ body }: Reply): Rows => body.kinds

/** The rows of an export in which a value stands. */
const rowsWith = (reply: Reply, value: string): ReadonlyArray<string> =>
  Object.entries(rowsOf(reply)).flatMap(([kind, { data }]) => (JSON.stringify(data).includes(value) ? [kind] : []))

const exportsOf = async ({ send, runningLibrary }: ServedLibrary, { borrower }: HeldValue) => {
  await runningLibrary.catchUpReadModels()
  return {
    borrower: await send('GET', '/me/data', { as: borrowerUser(borrower) }),
    staff: await send('GET', `/borrowers/${borrower}/data`, { as: staffUser }),
  }
}

/** A record that a hold keeps says so too: here that is the borrower. */
const rowsBeside = (kind: KindOfDataName): ReadonlyArray<string> =>
  kind === 'explainedLegalHold' ? ['borrowerNumber'] : []

describe('Udtrækket af alt, hvad biblioteket gemmer om en låner', () => {
  it.each(rows.map(([name, kind]) => [kind.name.da, name, kind] as const))(
    '%s: står i sin egen række for dem, der må se det, og ellers ingen steder',
    (_name, kind, { seenBy }) =>
      withHttpServer(async (library) => {
        const held = await examples[kind].make(library)
        const replies = await exportsOf(library, held)
        for (const reader of ['borrower', 'staff'] as const) {
          const reply = replies[reader]
          const isSeen = seenBy.includes(reader)
          expect(rowsWith(reply, held.shown)).toEqual(isSeen ? [...rowsBeside(kind), kind] : [])
          expect(rowsOf(reply)[kind]?.status).toBe(isSeen ? 'held' : 'withheld')
        }
        expect(rowsWith(replies.borrower, held.shown).length > 0).toBe(replies.borrower.text.includes(held.shown))
      }),
  )

  it('har hver række af tabellen, i dens rækkefølge og med dens ord', () =>
    withHttpServer(async (library) => {
      const held = await examples.name.make(library)
      const { borrower, staff } = await exportsOf(library, held)
      for (const reply of [borrower, staff]) {
        expect(Object.keys(rowsOf(reply))).toEqual(rows.map(([kind]) => kind))
        for (const [kind, { name, purpose, legalBasis, end, seenBy, changedBy }] of rows)
          expect(reply.body.kinds[kind].promise).toEqual({ name, purpose, legalBasis, until: end, seenBy, changedBy })
      }
    }))

  it('siger, at der intet er, hvor der intet er, og fortæller låneren lige lidt med og uden en intern note', () =>
    withHttpServer(async (library) => {
      const held = await examples.name.make(library)
      const without = await exportsOf(library, held)
      const rowsOfBorrower = rowsOf(without.borrower)
      expect(rowsOfBorrower['absencePeriod']).toMatchObject({ status: 'nothing', data: null })
      expect(rowsOfBorrower['internalNote']).toMatchObject({ status: 'withheld', data: null })
      expect(rowsOf(without.staff)['internalNote']).toMatchObject({ status: 'nothing', data: null })
      const body = { internalNote: 'Kom med en hund', noteToBorrower: null }
      const headers = { 'If-Match': '"n0"' }
      await library.send('PUT', `/borrowers/${held.borrower}/notes`, { as: staffUser, headers, body })
      const withNote = await exportsOf(library, held)
      expect(withNote.staff.text).toContain('hund')
      expect(withNote.borrower.text).toBe(without.borrower.text)
    }))

  it('har det, der er rettet, til det er slettet, med måneden; og intet af det derefter', () =>
    withHttpServer(async (library) => {
      const { end, make } = examples.name
      const held = await make(library)
      await end(library, held)
      const ofName = (reply: Reply) => rowsOf(reply)['name']!
      for (const { data, entries } of Object.values(await exportsOf(library, held)).map(ofName)) {
        expect(JSON.stringify(data)).not.toContain(held.shown)
        expect(entries).toMatchObject([
          {
            event: 'BorrowerRegistered',
            recorded: '2026-01',
            values: [{ member: 'registeredIn' }, { value: held.shown }],
          },
          { event: 'IdentityChanged', recorded: '2026-01', values: [{ member: 'name', value: 'Ann Rettet' }] },
        ])
      }
      await moveClockTo(library.runningLibrary, '2026-03-01' as Day)
      for (const reply of Object.values(await exportsOf(library, held))) {
        expect(reply.text).not.toContain(held.shown)
        expect(ofName(reply).entries).toMatchObject([{ event: 'IdentityChanged' }])
      }
    }))

  it('har en plads til hver række, som låneren eller personalet må se, og ingen til de andre', () => {
    const hiddenRows = rows.filter(([, { seenBy }]) => !seenBy.includes('borrower') && !seenBy.includes('staff'))
    expect(rows.filter(([kind]) => !isObjectCodec(heldDataCodecs[kind])).map(([kind]) => kind)).toEqual(
      hiddenRows.map(([kind]) => kind),
    )
    expect(Object.keys(DataByKind.required)).toEqual(Object.keys(kindsOfData))
  })

  it('har ingen oplysning i en anden række end den, som tabellen giver den, undtagen hvorfor en oplysning gemmes længere', () => {
    const misplaced = rows.flatMap(([kind, { fields, derivedFrom = [] }]) =>
      personalValuesOf(heldDataCodecs[kind])
        .map((value) => {
          const { class: name, member } = value
          const [owner] = [...kindsOfField(name, member), ...kindsOfField(name, `details.${member}`)]
          const classes = [...fields.map((each) => each.class), ...derivedFrom]
          return { kind, ...value, isHere: owner === undefined ? classes.includes(name) : owner === kind }
        })
        .filter(({ isHere, in: schema }) => !isHere && schema !== 'HoldOnRecord'),
    )
    expect(misplaced).toEqual([])
  })

  it('skriver intet nogen steder, gemmes ikke undervejs, og har et filnavn, der ikke siger hvem', () =>
    withHttpServer(async (library) => {
      const held = await examples.loans.make(library)
      const before = await readBothLogs(library.runningLibrary)
      const { borrower, staff } = await exportsOf(library, held)
      expect(await readBothLogs(library.runningLibrary)).toEqual(before)
      for (const { headers } of [borrower, staff]) {
        expect(headers.get('cache-control')).toBe('no-store')
        expect(headers.get('content-disposition')).toBe('attachment; filename="borrower-data.json"')
      }
    }))
})
