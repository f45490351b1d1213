import * as E from 'fp-ts/Either'
import { csvErrorMessage } from '../../../../adapters/imports/csv/csv-error-message'
import { maxCsvRecordBytes } from '../../../../adapters/imports/csv/csv-record-scanner'
import { readBytes } from './read-test-file'

const headings = 'who,what,from,to\n'
const good = 'Anna,Tine,1912-01-02,1912-01-05\n'
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')

const messageFor = async (bytes: Uint8Array | string): Promise<string> => {
  const { read } = await readBytes(bytes)
  return E.isLeft(read) ? csvErrorMessage(read.left) : 'it was read'
}

describe('a file with a line that can be read in more than one way is refused, and the line is named', () => {
  it.each([
    [
      'a quotation mark that is never closed',
      `${headings}B1,"Ulysses,1923-05-01,1923-05-10\n${good.repeat(3)}`,
      'line 2 opens a quotation mark',
    ],
    [
      'a quotation mark that is closed by that of a later row',
      `${headings}${good}B1,"Ulysses,1923-05-01,1923-05-10\n${good}B2,"Tine",1923-05-01,\n`,
      'line 3 opens a quotation mark',
    ],
    [
      'a quotation mark that is not closed within the longest line',
      `${headings}B1,"Ulysses,1923-05-01,1923-05-10\n${good.repeat(9000)}`,
      'line 2 opens a quotation mark',
    ],
    ['text behind a closing quotation mark', `${headings}"Anna" B,Tine,1912-01-02,\n`, 'line 2 opens a quotation mark'],
    ['a file cut in the middle of a quoted cell', `${headings}${good}Anna,"Tine`, 'line 3 opens a quotation mark'],
    ['a file cut in the middle of a letter', Buffer.from(`${headings}Sø`).subarray(0, -1), 'line 2 is not UTF-8'],
    [
      'line ends that are carriage returns',
      `${headings}${good}`.replaceAll('\n', '\r'),
      'line 1 has a carriage return',
    ],
    ['one line end that is a carriage return', `${headings}${good}A,B,C,D\r${good}`, 'line 3 has a carriage return'],
    ['UTF-16 with a byte order mark', Buffer.from(`\uFEFF${headings}`, 'utf16le'), 'line 1 the file is UTF-16'],
    ['UTF-16 without a byte order mark', Buffer.from(headings, 'utf16le'), 'line 1 has a NUL byte'],
    ['Latin-1', latin1(`${headings}${good}Søren,Tine,1912-01-02,\n`), 'line 3 is not UTF-8'],
    ['a letter cut in two', Buffer.concat([Buffer.from(headings), Buffer.from([0xc3, 10])]), 'line 2 is not UTF-8'],
    ['a NUL byte', `${headings}An\0na,Tine,1912-01-02,\n`, 'line 2 has a NUL byte'],
    ['a name of megabytes', `${headings}${good}${'x'.repeat(3_000_000)},Tine,,\n`, 'line 3 is longer'],
    ['headings on two lines', `who,"what\n",from,to\n${good}`, 'line 1 must be the headings'],
  ])('%s', async (_, bytes, expected) => {
    expect(await messageFor(bytes)).toContain(expected)
  })

  it('and so are the others like it', async () => {
    const message = await messageFor(latin1(headings + 'Søren,Tine,1912-01-02,\n'.repeat(30)))
    expect(message.split('\n')).toHaveLength(22)
    expect(message).toContain('line 21 is not UTF-8')
    expect(message).toContain('and 10 more')
    expect(message).not.toContain('Tine')
  })
})

describe('a file whose columns are not certain is refused', () => {
  it.each([
    ['without content', '', 'it is empty'],
    ['with blank lines only', '\n \n', 'it is empty'],
    ['with a renamed heading', `who,title,from,to\n${good}`, 'no column "what"'],
    ['with a heading twice', `who,what,what,from,to\n`, 'Several columns of the file have the heading "what"'],
    ['with another separator', headings.replaceAll(',', ';'), "Try --separator ';'"],
  ])('%s', async (_, bytes, expected) => {
    expect(await messageFor(bytes)).toContain(expected)
  })
})

describe('a row that cannot be trusted is handed on as unreadable, with its lines', () => {
  it.each([
    ['a line break inside a cell', 'B1,"Ulysses\n1922",1923-05-01,\n', [2, 3]],
    ['a line break inside a cell', 'B1,"Ulysses,1923-05-01,\nB2,Tine",1923-05-01,\n', [2, 3]],
    ['a quotation mark inside a cell that does not begin with one', 'B1, "Ulysses, or",1923-05-01\n', [2, 2]],
    ['a quotation mark inside a cell that does not begin with one', 'B1,Ulysses",1923-05-01,\n', [2, 2]],
    ['fewer columns than the headings', 'B1,1923-05-01,1923-05-10\n', [2, 2]],
    ['more columns than the headings', 'B1,Ulysses,a novel,1923-05-01,1923-05-10\n', [2, 2]],
    ['a letter that was damaged before (U+FFFD)', 'S\uFFFDren,Tine,1923-05-01,\n', [2, 2]],
  ] as const)('%s: %j', async (error, row, [firstLine, lastLine]) => {
    const { read, rows } = await readBytes(`${headings}${row}${good}`)
    expect(E.isRight(read)).toBe(true)
    expect(rows).toMatchObject([
      { _tag: 'Unreadable', number: 1, error, firstLine, lastLine },
      { _tag: 'Cells', number: 2, firstLine: lastLine + 1, lastLine: lastLine + 1 },
    ])
  })
})

describe('a last row without line end may be cut, and is handed on as unreadable', () => {
  it.each([
    ['in the middle of a cell', 'Anna,Tine,1912-01-02,1912-01-1'],
    ['in the middle of a row', 'Anna,Ti'],
    ['in the middle of a line end', 'Anna,Tine,1912-01-02,1912-01-15\r'],
    ['or whole, which nobody knows', 'Anna,Tine,1912-01-02,1912-01-15'],
  ])('%s', async (_, last) => {
    const { read, rows } = await readBytes(`${headings}${good}${last}`)
    expect(read).toMatchObject(E.right({ lines: { inFile: 3, headings: 1, blank: 0 } }))
    expect(rows).toMatchObject([
      { _tag: 'Cells' },
      { _tag: 'Unreadable', number: 2, firstLine: 3, lastLine: 3, error: expect.stringMatching(/^no line end/) },
    ])
  })
})

describe('a file is read whole', () => {
  const cellsOf = async (bytes: Uint8Array | string) => {
    const { read, rows } = await readBytes(bytes)
    expect(E.isRight(read)).toBe(true)
    return rows.map((row) => (row._tag === 'Cells' ? ['who', 'what', 'from', 'to'].map(row.cell) : [row.error]))
  }

  it.each([
    ['with a byte order mark', `\uFEFF${headings}${good}`],
    ['with lines that end with CRLF', `${headings}${good}`.replaceAll('\n', '\r\n')],
    ['with lines that end with LF or CRLF', `${headings.trim()}\r\n${good}`],
    ['with blank lines', `\n${headings}\n  \n${good},,,\n"",,,\n`],
    ['with quoted cells', `"who","what",from,"to"\n"Anna","Tine",1912-01-02,"1912-01-05"\n`],
  ])('%s', async (_, bytes) => {
    expect(await cellsOf(bytes)).toEqual([['Anna', 'Tine', '1912-01-02', '1912-01-05']])
  })

  it('with separators, and two quotation marks for one, inside quoted cells', async () => {
    expect(await cellsOf(`${headings}"Hansen, Anna","the ""new"" Tine",,\n`)).toEqual([
      ['Hansen, Anna', 'the "new" Tine', '', ''],
    ])
  })

  it('however long its lines are, up to the longest that is allowed', async () => {
    const name = 'x'.repeat(maxCsvRecordBytes - 10)
    expect(await cellsOf(`${headings}${good.repeat(3000)}${name},Tine,,\n`)).toHaveLength(3001)
  })
})
