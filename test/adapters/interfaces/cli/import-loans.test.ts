import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { withTemporaryFolder } from '../../../fixtures/running-library'
import { fixturePath } from '../../imports/ledger/ledger-files'
import { runCli } from './run-cli'

describe('the command import loans', () => {
  const importArguments = ['import', 'loans', fixturePath('ledger-200.csv')]

  it('reports an invalid ledger before it opens the library', async () => {
    await withTemporaryFolder(async (folder) => {
      const neverOpened = { openLibrary: () => Promise.reject(new Error('opened')) }
      const glemsom = (...argv: ReadonlyArray<string>) => runCli(['--data', folder, ...argv], neverOpened)
      expect(await glemsom(...importArguments)).toMatchObject({
        code: 2,
        problems: [expect.stringContaining('--borrower, --title, --title-name, --lent')],
      })
      expect(
        await glemsom('import', 'loans', '/no/such/file.csv', '--mapping', fixturePath('ledger-200.mapping.json')),
      ).toMatchObject({
        code: 2,
        problems: ['The file /no/such/file.csv cannot be read: there is no such file.'],
      })
      expect(await glemsom(...importArguments, '--mapping', fixturePath('ledger-200.csv'))).toMatchObject({
        code: 2,
        problems: [`The mapping file ${fixturePath('ledger-200.csv')} cannot be read, or is not JSON.`],
      })
      expect(
        await glemsom(...importArguments, '--mapping', fixturePath('ledger-200.mapping.json'), '--author', 'Writer'),
      ).toMatchObject({
        code: 2,
        problems: [
          expect.stringMatching(/^The file has no column "Writer"\. Its first line, .*, has [0-9]+ fields\.$/),
        ],
      })
      expect(
        await glemsom(...importArguments, '--borrower', 'Card', '--title', 'Title', '--lent', 'Lent'),
      ).toMatchObject({
        code: 2,
        problems: [expect.stringMatching(/has 1 field\. Does the file use another separator\? Try --separator ';'\.$/)],
      })
      expect(
        await glemsom(...importArguments, '--mapping', fixturePath('ledger-200.mapping.json'), '--branch', 'x'),
      ).toMatchObject({
        code: 2,
      })
    })
  })

  it.each([
    ['by its text when other columns are found', 'reader,book,lent\n', / Did you mean "book" for "bok"\?$/],
    ['by its position when the first line may be data', 'Ann,book,1923-05-01\n', / Did you mean column 2 for "bok"\?$/],
  ])('proposes the heading of the file that a column most likely means, %s', (_, text, hint) =>
    withTemporaryFolder(async (folder) => {
      const file = `${folder}.csv`
      writeFileSync(file, text)
      const columns = ['--borrower', 'reader', '--title', 'bok', '--lent', 'lent']
      const refused = await runCli(['--data', folder, 'import', 'loans', file, ...columns])
      expect(refused).toMatchObject({ code: 2, problems: [expect.stringMatching(hint)] })
    }),
  )

  it('makes no library of a file that can be misread, and names the line', async () => {
    await withTemporaryFolder(async (folder) => {
      const file = path.join(path.dirname(folder), 'odd.csv')
      const columns = ['--borrower', 'who', '--title', 'what', '--lent', 'from', '--returned', 'to']
      writeFileSync(file, 'who,what,from,to\nB1,"Ulysses,1923-05-01,1923-05-10\nB2,Tine,1923-05-01,\n')
      const argv = ['--data', folder, 'import', 'loans', file, ...columns]
      const [problem = ''] = (await runCli(argv)).problems
      expect(problem).toContain('line 2 opens a quotation mark that is not closed at the end of its cell')
      expect(problem).not.toContain('Ulysses')
      expect(await runCli([...argv, '--separator', ';;'])).toMatchObject({
        code: 2,
        problems: [expect.stringContaining('--separator')],
      })
      expect(existsSync(folder)).toBe(false)
    })
  })

  it.each([
    ['a link', (file: string, target: string) => symlinkSync(target, file)],
    ['a folder', (file: string) => mkdirSync(file)],
  ])('never writes its rejects through or over %s', async (_, make) => {
    await withTemporaryFolder(async (folder) => {
      const [file, rejects, target] = ['odd.csv', 'rejects.csv', 'target'].map((name) => path.join(folder, '..', name))
      writeFileSync(file!, 'who,what,from\nAnna,Tine,1912-01-02\n,,\nB,,\n')
      writeFileSync(target!, 'of somebody else')
      make(rejects!, target!)
      const columns = ['--borrower', 'who', '--title', 'what', '--lent', 'from', '--rejects', rejects!]
      expect(await runCli(['--data', folder, 'import', 'loans', file!, ...columns])).toMatchObject({
        code: 2,
        problems: [
          `The rejects file ${rejects!} cannot be written: it is a link, a folder or a device. Name another one with --rejects.`,
        ],
      })
      expect(readFileSync(target!, 'utf8')).toBe('of somebody else')
      expect(existsSync(folder)).toBe(false)
    })
  })

  it('never writes its rejects over the imported file, and reports a folder that does not exist before it makes a library', async () => {
    await withTemporaryFolder(async (folder) => {
      const file = path.join(path.dirname(folder), 'odd.csv')
      writeFileSync(file, 'who,what,from\nAnna,Tine,1912-01-02\nB,,\n')
      const columns = ['--borrower', 'who', '--title', 'what', '--lent', 'from']
      const withRejects = async (rejects: string) =>
        (await runCli(['--data', folder, 'import', 'loans', file, ...columns, '--rejects', rejects])).problems
      expect(await withRejects(file)).toEqual([expect.stringContaining('it is the file that is imported')])
      expect(await withRejects(path.join(folder, 'none', 'rejects.csv'))).toEqual([
        expect.stringContaining('its folder does not exist'),
      ])
      expect(readFileSync(file, 'utf8')).toContain('Anna')
      expect(existsSync(folder)).toBe(false)
    })
  })

  it('rejects rows of future days, and ledgers of more than 200 years', async () => {
    await withTemporaryFolder(async (folder) => {
      const file = path.join(path.dirname(folder), 'odd.csv')
      const columns = ['--borrower', 'who', '--title', 'what', '--lent', 'from', '--returned', 'to']
      const glemsom = (rows: string) => {
        writeFileSync(file, `who,what,from,to\n${rows}`)
        return runCli(['--data', folder, 'import', 'loans', file, ...columns])
      }
      expect(await glemsom('Anna,Tine,9999-01-02,\n')).toMatchObject({ code: 2, problems: [expect.anything()] })
      expect(await glemsom('Anna,Tine,1012-01-02,\nBent,Tine,1912-01-03,\n')).toMatchObject({
        code: 2,
        problems: [expect.stringContaining('At most 200 years can be replayed')],
      })
      expect(existsSync(folder)).toBe(false)
    })
  })

  it('reads columns and prices from options, lists rejects by row and reason, and recognises an imported file', async () => {
    await withTemporaryFolder(async (folder) => {
      const file = path.join(path.dirname(folder), 'three.csv')
      writeFileSync(
        file,
        'who,what,from,to\nAnna,Tine,1912-01-02,1912-01-05\nBent,Tine,1912-01-03,\nCarl,,1912-01-04,\n',
      )
      const columns = '--borrower who --borrower-name who --title what --lent from --returned to'.split(' ')
      const amounts = ['--price', '80', '--handling', '20']
      const argv = ['--json', '--data', folder, 'import', 'loans', file, ...columns, ...amounts]
      const imported = await runCli(argv)
      expect(imported).toMatchObject({ code: 0, problems: [] })
      expect(JSON.parse(imported.lines[0]!)).toMatchObject({
        loans: 2,
        billsAmount: 10_000,
        rejects: { 'no title': 1 },
      })
      expect(readFileSync(path.join(path.dirname(folder), 'three.csv.rejects.csv'), 'utf8')).toBe(
        'line,row,reason\n4,3,no title\n',
      )
      expect(statSync(path.join(path.dirname(folder), 'three.csv.rejects.csv')).mode & 0o777).toBe(0o600)
      const again = await runCli(argv)
      expect(again.code).toBe(0)
      expect(JSON.parse(again.lines[0]!)).toEqual({ importedAlready: true, loans: 2, rejects: 1 })
    })
  })
})
