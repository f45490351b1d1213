import * as E from 'fp-ts/Either'
import * as fc from 'fast-check'
import { csvErrorMessage } from '../../../../adapters/imports/csv/csv-error-message'
import { parseTable } from '../ledger/independent-count'
import { countRowLines, readBytes } from './read-test-file'

const columns = ['who', 'what', 'from', 'to']

const cell = fc.oneof(
  fc.constantFrom('Anna', 'Søren', '1912-01-02', '', 'Æblegrød', '"a, b"', '"the ""new"" Tine"', ' Bo '),
  fc.string({ maxLength: 8 }).map((text) => `"${text.replaceAll('"', '""')}"`),
)
const goodFile = fc
  .tuple(
    fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 12 }),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([rows, lineEnd]) => Buffer.from([columns, ...rows].map((row) => row.join(',') + lineEnd).join('')))

const inserted = fc.oneof(
  fc
    .constantFrom('"', '""', ',', ';', '\r', '\n', '\r\n', '\0', '\uFEFF', '\uFFFD', ' "', '"\n')
    .map((text) => Buffer.from(text)),
  fc.constantFrom([0xff], [0xe6], [0xc3], [0xfe, 0xff], [0xff, 0xfe]).map((bytes) => Buffer.from(bytes)),
  fc.uint8Array({ maxLength: 6 }).map((bytes) => Buffer.from(bytes)),
)
const mutation = fc.record({ at: fc.nat(400), removed: fc.oneof(fc.constant(0), fc.nat(60)), inserted })

const mutated = fc
  .tuple(goodFile, fc.array(mutation, { maxLength: 3 }))
  .map(([file, mutations]) =>
    mutations.reduce(
      (bytes, { at, removed, inserted: put }) =>
        Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(Math.min(bytes.length, at + removed))]),
      file,
    ),
  )

/** The cells of one line, read by other code than that of the importer. */
const cellsOfLine = (file: Buffer, line: number): ReadonlyArray<string> | undefined =>
  parseTable(
    file
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .split('\n')[line - 1] ?? '',
    ',',
  )[0]?.map((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim())

/** Expects that a file is refused with words, or that its lines are all headings, blank or rows, and rows say what their lines say. */
const expectAccount = async (file: Buffer): Promise<'refused' | 'read'> => {
  const { read, rows } = await readBytes(file, columns)
  if (E.isLeft(read)) {
    expect(csvErrorMessage(read.left)).toMatch(/line [0-9]+ |heading|no column|it is empty/)
    return 'refused'
  }
  const { lines } = read.right
  expect(lines.inFile).toBe(file.toString('latin1').replace(/\n$/, '').split('\n').length)
  expect(lines.headings + lines.blank + countRowLines(rows)).toBe(lines.inFile)
  const heading = file
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split('\n')
    .findIndex((line) => /[^\s",]/.test(line))
  const names = cellsOfLine(file, heading + 1) ?? []
  for (const row of rows) {
    if (row._tag !== 'Cells') continue
    const cells = cellsOfLine(file, row.firstLine) ?? []
    expect(cells).toHaveLength(names.length)
    expect(columns.map(row.cell)).toEqual(columns.map((column) => cells[names.lastIndexOf(column)]))
  }
  return 'read'
}

describe('every line of a file is accounted for, or the file is refused', () => {
  it('when the file is good, or was changed at a few places', async () => {
    const outcomes = new Set<string>()
    await fc.assert(
      fc.asyncProperty(mutated, async (file) => void outcomes.add(await expectAccount(file))),
      { numRuns: 1500 },
    )
    expect([...outcomes].sort()).toEqual(['read', 'refused'])
  })

  it('when the file is any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await expectAccount(Buffer.from(bytes))
      }),
      { numRuns: 300 },
    )
  })

  it('when rows of any bytes follow good headings', async () => {
    const bytes = fc.array(fc.constantFrom(34, 44, 10, 13, 32, 65, 0xc3, 0xb8), { maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(bytes, async (rows) => {
        await expectAccount(Buffer.from([...Buffer.from('who,what,from,to\n'), ...rows, 10]))
      }),
      { numRuns: 1500 },
    )
  })
})
