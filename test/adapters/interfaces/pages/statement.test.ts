import { renderStatement } from '../../../../adapters/interfaces/pages/statement/render-statement'
import type { Day } from '../../../../domain/values/day'
import { oreFromKroner, zeroOre } from '../../../../domain/values/ore'
import type { CopyId, FeeId } from '../../../../domain/values/ids'
import type { OutstandingMatters } from '../../../../projections/borrower-overview/outstanding-matters'
import { numberedUuid } from '../../../fixtures/numbered-uuid'

const nothing: OutstandingMatters = {
  ...{ madeOn: '2026-03-10' as Day, name: 'Anna Ærø', number: '40217', address: ['c/o Bent', 'Vej 1, 9000 Aalborg'] },
  ...{ language: 'da', overdueLoans: [], unpaidFees: [], unlevied: zeroOre, owed: zeroOre },
  ...{ unpaidReimbursements: [], owedByLibrary: zeroOre, noteToBorrower: null },
}

const overdueLoan = {
  ...{ copy: '3274626533' as CopyId, name: 'Kongens Fald', dueOn: '2026-02-04' as Day },
  ...{ claimedOn: null, daysOverdue: 34, isRecalled: false },
}

const unpaidFee = {
  ...{ fee: numberedUuid(1) as FeeId, kind: 'lateness' as const, amount: oreFromKroner(1230) },
  ...{ leviedOn: '2026-03-01' as Day, titles: ['Kongens Fald', 'Havoc'] },
  ...{ collection: 'none' as const, noticePayBy: null },
}

const owing: OutstandingMatters = {
  ...nothing,
  overdueLoans: [overdueLoan, { ...overdueLoan, name: 'Havoc', claimedOn: '2026-03-02' as Day }],
  unpaidFees: [unpaidFee, { ...unpaidFee, kind: 'compensation', amount: oreFromKroner(200) }],
  unlevied: oreFromKroner(20),
  owed: oreFromKroner(1450),
  unpaidReimbursements: [
    {
      reimbursement: numberedUuid(2) as FeeId,
      amount: oreFromKroner(75),
      names: 'Stuk',
      grantedOn: '2026-03-03' as Day,
    },
  ],
  owedByLibrary: oreFromKroner(75),
  noteToBorrower: 'Husk bilaget',
}

/** The text of a page as a reader sees it: without its tags, with plain blanks. */
const readableText = (page: string): string =>
  page
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/\s+/g, ' ')

const tagsOf = (page: string, tag: string): ReadonlyArray<string> =>
  [...page.matchAll(new RegExp(`<${tag}[ >][^>]*>?`, 'g'))].map(([found]) => found)

describe('the statement of outstanding matters', () => {
  it('lists overdue loans, what is owed, and what the library owes, with days and amounts as written in Denmark', () => {
    const text = readableText(renderStatement(owing, 'da'))
    for (const part of [
      'Opgørelse over mellemværende',
      'Navn Anna Ærø Lånernummer 40217 Adresse c/o Bent Vej 1, 9000 Aalborg Opgjort den 10.03.2026',
      'Kongens Fald 3274626533 04.02.2026 34 Ikke afleveret',
      'Oplyst afleveret 02.03.2026',
      'Gebyr for sen aflevering Kongens Fald; Havoc 01.03.2026 1.230,00 kr.',
      'Erstatning for bortkommet materiale Kongens Fald; Havoc 01.03.2026 200,00 kr.',
      'der ikke er opkrævet endnu 20,00 kr.',
      'Du skylder i alt 1.450,00 kr.',
      'Stuk 03.03.2026 75,00 kr.',
      'Note til låner Husk bilaget',
    ])
      expect(text).toContain(part)
    expect(text).not.toContain('intet mellemværende')
  })

  it('is in English for who reads English, with no Danish word but those of the borrower', () => {
    const page = renderStatement({ ...owing, noteToBorrower: null }, 'en')
    expect(page).toContain('<html lang="en">')
    const text = readableText(page)
    expect(text).toContain('Statement of outstanding matters')
    expect(text).toContain('You owe in total DKK 1,450.00')
    expect(text.replace('Anna Ærø', '')).not.toMatch(/[æøå]|gebyr|skylder|aflever|bibliotek/i)
  })

  it('says that nothing is outstanding when nothing is, and has no empty table', () => {
    const page = renderStatement(nothing, 'da')
    expect(readableText(page)).toContain('Der er intet mellemværende.')
    expect(page).not.toContain('<table')
    expect(readableText(renderStatement(nothing, 'en'))).toContain('There are no outstanding matters.')
  })

  it('shows a hostile text as it is written, and runs none of it', () => {
    const hostile = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
    const page = renderStatement(
      {
        ...owing,
        ...{ name: hostile, number: hostile, address: [hostile], noteToBorrower: hostile },
        overdueLoans: [{ ...overdueLoan, name: hostile }],
        unpaidFees: [{ ...unpaidFee, titles: [hostile] }],
        unpaidReimbursements: [],
      },
      'da',
    )
    expect(page.match(/&lt;script>/g)).toHaveLength(6)
    expect(page).not.toMatch(/<script|<img|<style| style=| on[a-z]+="/)
  })

  it('loads its style sheets from this server and nothing else', () => {
    const page = renderStatement(owing, 'da')
    expect([...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address)).toEqual([
      '/pages/base.css',
      '/pages/statement.css',
    ])
  })

  it('has one main landmark and one first heading, names each table by its heading, and each column and row by theirs', () => {
    const page = renderStatement(owing, 'da')
    expect([tagsOf(page, 'main'), tagsOf(page, 'h1')].map(({ length }) => length)).toEqual([1, 1])
    const named = tagsOf(page, 'table').map((table) => /aria-labelledby="([^"]+)"/.exec(table)?.[1])
    expect(named).toEqual(['overdue-loans', 'unpaid-fees', 'unpaid-reimbursements'])
    for (const id of named) expect(page).toContain(`<h2 id="${String(id)}">`)
    expect(tagsOf(page, 'th').filter((header) => !/scope="(col|row)"/.test(header))).toEqual([])
    expect(page).toMatch(/<title>[^<]+<\/title>/)
  })
})
