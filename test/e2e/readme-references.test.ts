import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { exitCode } from '../../adapters/interfaces/cli/exit-code'
import { parseCommandLine } from '../../adapters/interfaces/cli/parse-command-line'
import { collectOutput } from '../adapters/interfaces/cli/collect-output'
import { inlineCodeIn, shellBlocksIn } from './readme-snippets'
import { recordCommands } from './record-commands'

const root = path.join(__dirname, '..', '..')
const folders = ['adapters', 'domain', 'projections', 'retention', 'test']
const sourceFolders = [...folders, '.config']

const readmes = ['.', ...folders, 'adapters/interfaces/verify']
  .map((folder) => path.join(folder, 'README.md'))
  .filter((file) => existsSync(path.join(root, file)))

const textOf = (readme: string): string => readFileSync(path.join(root, readme), 'utf8')

const scripts: ReadonlySet<string> = new Set(
  Object.keys((JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { scripts: object }).scripts),
)

/** The npm scripts that a text names. */
const scriptsIn = (text: string): ReadonlyArray<string> =>
  [...text.matchAll(/\bnpm (?:run (?:--[a-z]+ )*([a-z][a-z:-]*)|(test|start)\b)/g)].map(
    ([, named, short = '']) => named ?? short,
  )

/** The arguments of `glemsom`, called by its name or by npm; undefined for every other command. */
const glemsomArguments = ([command, ...args]: ReadonlyArray<string>): ReadonlyArray<string> | undefined => {
  if (command === 'glemsom') return args
  const separator = args.indexOf('--')
  return command === 'npm' && args.slice(0, separator).includes('glemsom') ? args.slice(separator + 1) : undefined
}

/** The command lines of `glemsom` in shell lines. */
const glemsomLinesIn = (lines: string): ReadonlyArray<ReadonlyArray<string>> =>
  recordCommands(lines).flatMap((command) => {
    const args = glemsomArguments(command)
    return args === undefined ? [] : [args]
  })

const parse = (args: ReadonlyArray<string>) => {
  const output = collectOutput()
  const rejectImport = () => Promise.reject(new Error('nothing is imported here'))
  const parsed = parseCommandLine({ loans: rejectImport, table: rejectImport })(args, '/', output)
  const isAccepted = parsed._tag !== 'Finished' || parsed.code === exitCode.done
  return { isAccepted, lines: output.lines }
}

/** Whether the words of a command line are a command, with all arguments left out. */
const isCommand = (args: ReadonlyArray<string>): boolean =>
  parse([...args, '--help']).lines.some((line) => line.startsWith(`Usage: ${['glemsom', ...args].join(' ')} `))

const withoutOptions = (args: ReadonlyArray<string>): ReadonlyArray<string> =>
  args.slice(
    0,
    args.concat('--').findIndex((arg) => arg.startsWith('-')),
  )

/** Pieces of inline code that are whole command lines, without placeholders. */
const commandLinesIn = (text: string): ReadonlyArray<string> =>
  inlineCodeIn(text).filter((code) => /^(glemsom|npm run --silent glemsom --) [^<…]+$/.test(code))

const isPath = (folder: string, code: string): boolean => {
  const [first = '', ...rest] = code.split('/')
  if (rest.length === 0 || /[^A-Za-z0-9_./-]/.test(code)) return false
  return sourceFolders.includes(first) || (first !== '' && existsSync(path.join(root, folder, first)))
}

/** Paths in inline code and links that neither the project nor the folder of the README has. */
const missingPaths = (readme: string): ReadonlyArray<string> => {
  const folder = path.dirname(readme)
  const links = [...textOf(readme).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link = '']) => link)
  const missingLinks = links.filter((link) => !existsSync(path.join(root, folder, link)))
  const missingCode = inlineCodeIn(textOf(readme))
    .filter((code) => isPath(folder, code))
    .filter((code) => !existsSync(path.join(root, code)) && !existsSync(path.join(root, folder, code)))
  return [...missingLinks, ...missingCode]
}

describe.each(readmes)('%s', (readme) => {
  it('names npm scripts that exist', () => {
    expect(scriptsIn(textOf(readme)).filter((script) => !scripts.has(script))).toEqual([])
  })

  it('shows command lines that glemsom accepts', () => {
    const blocks = shellBlocksIn(textOf(readme)).flatMap(glemsomLinesIn)
    expect(blocks.filter((args) => !parse(args).isAccepted)).toEqual([])
    const inline = commandLinesIn(textOf(readme)).flatMap(glemsomLinesIn)
    expect(inline.filter((args) => !isCommand(withoutOptions(args)) && !parse(args).isAccepted)).toEqual([])
  })

  it('names files and folders that exist', () => {
    expect(missingPaths(readme)).toEqual([])
  })
})

describe('the check of READMEs', () => {
  it('reads command lines as a shell does', () => {
    const lines = 'export RING=/x\nmv a b\nnpm run --silent glemsom -- --data .d import \\\n  loans "a file.csv"\n'
    expect(glemsomLinesIn(lines)).toEqual([['--data', '.d', 'import', 'loans', 'a file.csv']])
  })

  it('refuses an unknown command, an unknown option and a missing argument', () => {
    for (const args of [['serve', '--quietly'], ['retention', 'rest'], ['import', 'loans'], ['show']])
      expect(parse(args).isAccepted).toBe(false)
    expect(isCommand(['import', 'loans'])).toBe(true)
    expect(isCommand(['retention', 'rest'])).toBe(false)
  })

  it('finds npm scripts and paths in a text', () => {
    expect(scriptsIn('`npm run --silent glemsom -- show`, `npm test` and npm run bench:cluster')).toEqual([
      'glemsom',
      'test',
      'bench:cluster',
    ])
    expect(isPath('domain', 'domain/no-such-folder/file.ts')).toBe(true)
    expect(isPath('adapters', 'stores/no-such-store/')).toBe(true)
    expect(isPath('adapters', 'views/')).toBe(false)
  })
})
