import { statSync } from 'node:fs'
import path from 'node:path'
import {
  borrowerById,
  cardByNumber,
  contactOfBorrower,
  verifiedEmailsOfBorrower,
  pinHashOfBorrower,
} from '../../../../projections/borrowers/borrower-record-queries'
import { borrowersTable } from '../../../../projections/borrowers/borrower-tables'
import { verifyPin } from '../../../../adapters/interfaces/http/resources/borrowers/pin-hash'
import { borrowerHeadings, borrowerRow, withTableSteps } from './table-steps'

const two = borrowerHeadings + borrowerRow('2000001234', 'Ann Example') + borrowerRow('2000001235', 'Bo Example')

describe('a table of borrowers', () => {
  it('is imported with every column, and a second time adds nothing', async () => {
    await withTableSteps(async ({ importTable, rejects, withLibrary, folder }) => {
      const full = borrowerRow(
        '2000001236',
        '"Example, Cara"',
        '610580-0000,851,en,2468,c/o Bo,"Gaden 1, 9000 Aalborg",+4512345678 12345679,12345679,cara@example.dk c@example.org,cara@example.dk',
      )
      const table = two + full
      expect(await importTable('borrowers', table)).toMatchObject({
        code: 0,
        counts: { added: 3, present: 0, rejected: 0, accounted: 4, lines: { inFile: 4 } },
      })
      expect(rejects()).toBe('line,row,reason\n')
      expect(statSync(path.join(path.dirname(folder), 'table.csv.rejects.csv')).mode & 0o777).toBe(0o600)
      await withLibrary(async ({ rows }) => {
        const card = cardByNumber('2000001236')(rows)!
        expect(borrowerById(card.borrower)(rows)).toMatchObject({
          ...{ name: 'Example, Cara', municipality: '851', language: 'en', group: 'adult', birthDate: '1980-05-01' },
        })
        expect(contactOfBorrower(card.borrower)(rows)).toEqual({
          careOf: 'c/o Bo',
          address: 'Gaden 1, 9000 Aalborg',
          phones: ['+4512345678', '12345679'],
          mobileForNotices: '12345679',
          emails: ['cara@example.dk', 'c@example.org'],
          emailForNotices: 'cara@example.dk',
        })
        expect(verifiedEmailsOfBorrower(card.borrower)(rows)).toEqual(['c@example.org', 'cara@example.dk'])
        const hash = pinHashOfBorrower(card.borrower)(rows)
        expect(hash).not.toContain('2468')
        expect(await verifyPin(hash)('2468')).toBe(true)
      })
      expect(await importTable('borrowers', table)).toMatchObject({ counts: { added: 0, present: 3, rejected: 0 } })
    })
  })

  it('is continued by a second run, which adds what the first one did not', async () => {
    await withTableSteps(async ({ importTable, withLibrary }) => {
      await importTable('borrowers', borrowerHeadings + borrowerRow('2000001235', 'Bo Example'))
      expect(await importTable('borrowers', two)).toMatchObject({ counts: { added: 1, present: 1 } })
      expect(await withLibrary(({ rows }) => rows.count(borrowersTable, {}))).toBe(2)
    })
  })

  it('is checked without a change by a dry run, which finds what the import finds', async () => {
    await withTableSteps(async ({ importTable, rejects, withLibrary }) => {
      const table = two + borrowerRow('2000001237', ' ')
      expect(await importTable('borrowers', table, '--dry-run')).toMatchObject({
        code: 0,
        counts: { dryRun: true, added: 2, present: 0, rejected: 1 },
      })
      const found = rejects()
      expect(await withLibrary(({ rows }) => rows.count(borrowersTable, {}))).toBe(0)
      expect(await importTable('borrowers', table)).toMatchObject({ counts: { dryRun: false, added: 2, rejected: 1 } })
      expect(rejects()).toBe(found)
    })
  })

  it('is tried in a demo by a dry run, and refused otherwise without a rejects file', async () => {
    await withTableSteps(
      async ({ importTable, rejects }) => {
        const refused = await importTable('borrowers', two)
        expect(refused).toMatchObject({ code: 1, text: expect.stringContaining('--dry-run') })
        expect(rejects()).toBe('')
        expect(await importTable('borrowers', two, '--dry-run')).toMatchObject({ code: 0, counts: { added: 2 } })
        expect(rejects()).toBe('line,row,reason\n')
      },
      { demo: true },
    )
  })

  it('rejects each row that breaks a rule, with its line and the rule, and without its content', async () => {
    await withTableSteps(async ({ importTable, rejects }) => {
      await importTable(
        'borrowers',
        borrowerHeadings + borrowerRow('2000001299', 'Ann Example', '610580-0000,,,,,,,,,'),
      )
      const table = [
        borrowerRow('2000001234', 'Ann Example'),
        borrowerRow('2000001234', 'Bo Example'),
        borrowerRow('2000001299', 'Carl Example', '610580-0000,,,,,,,,,'),
        borrowerRow('2000001300', 'Dora 0101585000'),
        borrowerRow('2000001301', 'Else Example', '610580-0000,,,,,,,,,'),
        borrowerRow('2000001302', 'Finn Example', ',,,,,,12345678,87654321,finn,'),
        borrowerRow('2000001303', 'Gerd Example').replace('1980-05-01', '2199-01-01'),
        borrowerRow('2000001304', 'Hans Example').replace('adult', 'adults'),
        borrowerRow('2000001305', 'Inge "Example'),
        borrowerRow('2000001306', '"Jens\nExample"'),
        borrowerRow('2000001307', 'Karl,Example'),
        borrowerRow('2000001308', 'Lars Example', '610580-0001,,,,,,,,,').replace('1980-05-01', '1980-05-02'),
        borrowerRow('', '').replace('adult', ''),
      ].join('')
      expect(await importTable('borrowers', borrowerHeadings + table)).toMatchObject({
        code: 0,
        counts: { added: 1, rejected: 12, accounted: 15 },
      })
      const found = rejects()
      const reasons = [
        '3,2,card is that of row 1',
        '4,3,"card belongs to a borrower with another name, birthDate or cpr"',
        '5,4,name must not contain a CPR number',
        '6,5,cpr is that of row 3',
        '8,7,birthDate must not lie in the future',
        '10,9,a quotation mark inside a cell',
        '11-12,10,a line break inside a cell',
        '13,11,more columns than the headings',
        '14,12,birthDate is not that of cpr',
      ]
      for (const reason of reasons) expect(found).toContain(`\n${reason}`)
      expect(found).toMatch(/\n7,6,.*email/)
      expect(found).toMatch(/\n9,8,.*group/)
      expect(found).toMatch(
        /\n15,13,"?name is empty.*; group is empty; it must be one of .*card is empty; it must be a card/,
      )
      expect(found).not.toMatch(/null|JSON|string/)
      expect(found).not.toMatch(/Example|610580|0101585000|finn/)
    })
  })

  it.each([
    ['an unknown heading', borrowerHeadings.replace('address', 'adress'), 'columns 11 (counted from 1) are unknown'],
    [
      'a misspelt heading',
      borrowerHeadings.replace('address', 'adress'),
      'twice. Did you mean "address" for column 11? Known',
    ],
    [
      'a misspelt heading of a column that must be there',
      borrowerHeadings.replace('name', 'Nmae'),
      'Did you mean "name"',
    ],
    ['a heading twice', borrowerHeadings.replace('address', 'emails'), 'columns 14 (counted from 1)'],
    ['a missing heading', borrowerHeadings.replace('card,', ''), 'no column "card"'],
    ['a quotation mark that is never closed', `${borrowerHeadings}1,"Ann\n2,Bo\n`, 'line 2 opens a quotation mark'],
    ['a name of 60 million letters', `${borrowerHeadings}${'x'.repeat(60_000_000)}\n`, 'line 2 is longer'],
  ])('with %s is refused as a whole', async (_, content, expected) => {
    await withTableSteps(async ({ importTable, withLibrary }) => {
      const { code, text } = await importTable('borrowers', content)
      expect({ code, text }).toMatchObject({ code: 2, text: expect.stringContaining(expected) })
      expect(await withLibrary(({ rows }) => rows.count(borrowersTable, {}))).toBe(0)
    })
  })
})
