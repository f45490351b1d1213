import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseCommandLine } from '../../../../adapters/interfaces/cli/parse-command-line'
import { variablesOfServing } from '../../../../adapters/interfaces/cli/variables-of-serving'
import { collectOutput } from './collect-output'

const root = path.join(__dirname, '..', '..', '..', '..')

const listed = variablesOfServing.flatMap(({ names }) => names)

/** Where code takes variables out of the environment. */
const readsOfEnvironment = [
  /\{([^{}]*)\}\s*=\s*(?:process\.env|environment)\b/g,
  /\(\s*\{([^{}]*)\}:\s*(?:EnvironmentVariables|Readonly<Partial<Record<string, string>>>)/g,
  /(?:process\.env|environment)\[(['A-Z_]+)\]/g,
]

const variablesReadIn = (code: string): ReadonlyArray<string> =>
  readsOfEnvironment
    .flatMap((read) => [...code.matchAll(read)])
    .flatMap(([, members = '']) => members.match(/\b[A-Z][A-Z_]{2,}\b/g) ?? [])

const variablesReadBy = (folder: string): ReadonlyArray<string> =>
  globSync(`${folder}/**/*.ts`, { cwd: root }).flatMap((file) =>
    variablesReadIn(readFileSync(path.join(root, file), 'utf8')),
  )

const helpOfServe = (): string => {
  const output = collectOutput()
  const rejectImport = () => Promise.reject(new Error('nothing is imported here'))
  parseCommandLine({ loans: rejectImport, table: rejectImport })(['serve', '--help'], '/', output)
  return output.lines.join('\n')
}

describe('the variables that serving reads', () => {
  it('are all listed, and no other is', () => {
    const read = variablesReadBy('adapters/composition')
    expect(read.length).toBeGreaterThan(25)
    expect([...new Set(read)].sort()).toEqual([...listed].sort())
  })

  it('are read by the composition of the process alone', () => {
    expect(
      ['interfaces', 'outside', 'processes', 'stores', 'system'].flatMap((name) => variablesReadBy(`adapters/${name}`)),
    ).toEqual([])
  })

  it('stand in the help of serve, and in the table of the guide', () => {
    const words = helpOfServe().replace(/\s+/g, ' ')
    const guide = readFileSync(path.join(root, 'adapters', 'README.md'), 'utf8').replace(/ +/g, ' ')
    for (const { names, means } of variablesOfServing) {
      expect(words).toContain(`${names.join(', ')} ${means}`)
      expect(guide).toContain(`| ${names.map((name) => `\`${name}\``).join(', ')} | ${means} |`)
    }
  })
})
