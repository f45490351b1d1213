import { heldDataCodecs } from '../../../../adapters/interfaces/http/resources/personal-data/personal-data-codec'
import { memberText, membersLeftOut } from '../../../../adapters/interfaces/pages/personal-data/member-texts'
import type { DataOfKind } from '../../../../adapters/interfaces/pages/personal-data/personal-data'
import type { PersonalDataPageProps } from '../../../../adapters/interfaces/pages/personal-data/personal-data-page'
import { renderPersonalData } from '../../../../adapters/interfaces/pages/personal-data/render-personal-data'
import { valueText } from '../../../../adapters/interfaces/pages/personal-data/value-texts'
import type { Day } from '../../../../domain/values/day'
import type { BorrowerId } from '../../../../domain/values/ids'
import { oreFromKroner } from '../../../../domain/values/ore'
import { listKindsOfData, type KindOfDataName } from '../../../../retention/promises/kinds-of-data'
import { choicesOfCodec, membersOfCodec } from '../../../fixtures/member-paths'
import { numberedUuid } from '../../../fixtures/numbered-uuid'

const loan = {
  ...{ loan: numberedUuid(2), copy: '3274626533', name: 'Kongens Fald', lentOn: '2026-01-05', dueOn: '2026-02-04' },
  ...{ endedOn: '2026-02-01', end: 'returned', forgottenOn: '2026-03-03' },
}

/** Rows in which these kinds hold something, and all others nothing. */
const rowsWith = (held: Partial<Record<KindOfDataName, object>>): ReadonlyArray<DataOfKind> =>
  listKindsOfData().map(([kind, promise]) => {
    if (!promise.seenBy.includes('borrower')) return { kind, promise, status: 'withheld', data: null }
    const data = held[kind] ?? null
    return { kind, promise, status: data === null ? 'nothing' : 'held', data }
  })

const page = (overrides: Partial<PersonalDataPageProps> = {}): PersonalDataPageProps => ({
  data: {
    borrower: numberedUuid(1) as BorrowerId,
    madeOn: '2026-03-10' as Day,
    kinds: rowsWith({
      name: { name: 'Anna Ærø' },
      borrowerNumber: { number: '40217', lastSeen: '2026-H1', registeredIn: '2026-01' },
      homeBranch: { homeBranch: 'DK-785100' },
      block: { blocks: [{ block: numberedUuid(3), reason: 'O', since: '2026-03-01' }] },
      loans: { loans: [loan], undoneLoans: [] },
      outstandingBalance: { owed: 2000, fees: [{ fee: numberedUuid(4), kind: 'lateness', amount: 2000 }] },
    }),
    obstacles: [],
  },
  ...{ reader: 'borrower', name: 'Anna Ærø', number: '40217', isDamaged: false, exportPath: '/me/data' },
  context: { language: 'da', nameOfBranch: () => 'Hovedbiblioteket' },
  ...overrides,
})

/** The text of a page as a reader sees it: without its tags, with plain blanks. */
const readableText = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/\s+/g, ' ')

const inEnglish = { context: { language: 'en', nameOfBranch: () => 'Main Library' } } as const

describe('the page of everything that the library holds on a borrower', () => {
  it('has a heading for each row of the promises table, with its words, in both languages', () => {
    for (const language of ['da', 'en'] as const) {
      const html = renderPersonalData(page(language === 'en' ? inEnglish : {}))
      const headings = [...html.matchAll(/<h3 id="([^"]+)">([^<]+)<\/h3>/g)].map(([, id, name]) => [id, name])
      expect(headings).toEqual(listKindsOfData().map(([kind, { name }]) => [kind, name[language]]))
      const text = readableText(html)
      for (const [, { purpose, legalBasis, end }] of listKindsOfData())
        for (const part of [purpose, legalBasis, end]) expect(text).toContain(part[language])
    }
  })

  it('writes values for people: days, months, amounts, names of branches and words, and no id', () => {
    const html = renderPersonalData(page())
    const text = readableText(html)
    for (const part of [
      'Titel Kongens Fald Eksemplar (stregkode) 3274626533',
      'Lånt 05.01.2026 Afleveres senest 04.02.2026',
      'Hvordan lånet endte afleveret',
      'Slettes ved udgangen af 03.03.2026',
      'Oprettet januar 2026',
      'Biblioteket sidst brugt 1. halvår 2026',
      'Tilhørsfilial Hovedbiblioteket',
      'Grund kortet er stjålet',
      'Beløb 20,00 kr.',
    ])
      expect(text).toContain(part)
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|Lån, der er fortrudt/)
    expect(html).toContain('<time datetime="2026-03-03">')
  })

  it('has a name for each value of the export and a text for each word, or leaves it out as meant for programs', () => {
    const unnamed = Object.entries(heldDataCodecs).flatMap(([kind, codec]) =>
      membersOfCodec(codec).flatMap(({ path, member, codec: inner }) => {
        if (membersLeftOut.has(member)) return memberText(kind, member) === undefined ? [] : [`${kind}${path}`]
        const withoutText = choicesOfCodec(inner).filter((value) => valueText(kind, member, value) === undefined)
        return memberText(kind, member) === undefined || withoutText.length > 0 ? [`${kind}${path}`] : []
      }),
    )
    expect(unnamed).toEqual([])
  })

  it('says where nothing is held, and of what the reader does not see that the page does not tell', () => {
    const text = readableText(renderPersonalData(page()))
    expect(text).toContain('E-mail Biblioteket gemmer intet her.')
    expect(text).toContain('Pinkode Ingen kan se det.')
    expect(text).toContain('Intern note Vises ikke her. Siden siger heller ikke, om der er noget.')
  })

  it('offers the file of everything, names who corrects what, and says what stands in the way of an erasure', () => {
    const html = renderPersonalData(page())
    expect(html).toContain('<a href="/me/data">Hent det hele</a>')
    expect(readableText(html)).toContain('Intet lån, gebyr eller andet')
    const { data } = page()
    const obstacles = [
      { _tag: 'Loans', count: 2 },
      { _tag: 'Owed', ore: oreFromKroner(20) },
    ] as const
    const hindered = readableText(renderPersonalData(page({ data: { ...data, obstacles } })))
    expect(hindered).toContain('2 lån 20,00 kr. skyldes')
    expect(hindered).not.toContain('Intet lån, gebyr eller andet')
    expect(hindered).toMatch(/Du kan selv ændre Fraværsperiode, c\/o navn og adresse, Telefon, E-mail/)
  })

  it('is in English for who reads English, with no Danish word but those of the borrower', () => {
    const html = renderPersonalData(page({ ...inEnglish, name: 'Anna', data: { ...page().data, kinds: rowsWith({}) } }))
    expect(html).toContain('<html lang="en">')
    expect(readableText(html).replace('På dansk', '')).not.toMatch(/[æøå]|gebyr|skylder|låner|bibliotek/i)
  })

  it('shows a hostile text as it is written, and runs none of it', () => {
    const hostile = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
    const { data } = page()
    const kinds = rowsWith({ name: { name: hostile }, noteToBorrower: { noteToBorrower: hostile } })
    const html = renderPersonalData(page({ name: hostile, number: hostile, data: { ...data, kinds } }))
    expect(html.match(/&lt;script>/g)).toHaveLength(4)
    expect(html).not.toMatch(/<script|<img|<style| style=| on[a-z]+="/)
  })

  it('has one main landmark and one first heading, names each section, and repeats no id', () => {
    const html = renderPersonalData(page())
    expect([html.match(/<main>/g), html.match(/<h1>/g)].map((found) => found?.length)).toEqual([1, 1])
    expect(html).not.toMatch(/<section>/)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, named] of html.matchAll(/aria-labelledby="([^"]+)"/g)) expect(ids).toContain(named)
  })
})
