import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { transformSync } from '@swc/core'

const root = path.resolve(__dirname, '../..')
const folders = ['domain', 'projections', 'retention', 'adapters', 'test/crash', 'test/fixtures']

const sources = (): ReadonlyArray<string> =>
  folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => path.join(folder, name)),
  )

const compile = (source: string, into: string): void => {
  const { code } = transformSync(readFileSync(path.join(root, source), 'utf8'), {
    filename: source,
    configFile: false,
    swcrc: false,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  })
  const file = path.join(into, source.replace(/\.ts$/, '.js'))
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, code)
}

/** Compiles the whole project into a temporary folder, so that Node can run its programs as child processes. */
export const compileProject = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'glemsom-compiled-'))
  for (const source of sources()) compile(source, folder)
  // The command line reads its version from package.json.
  copyFileSync(path.join(root, 'package.json'), path.join(folder, 'package.json'))
  return {
    main: path.join(folder, 'adapters/main.js'),
    program: (name: string) => path.join(folder, 'test/crash', name),
    /** The packages are beside the sources and not beside the compiled files. */
    environment: { ...process.env, NODE_PATH: path.join(root, 'node_modules') },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
export type CompiledProject = ReturnType<typeof compileProject>
