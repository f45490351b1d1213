import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { transformSync } from '@swc/core'

const root = fileURLToPath(new URL('..', import.meta.url))
const into = path.join(root, 'dist/threads')

/** Jest transforms what it loads itself; a thread is loaded by Node, and needs JavaScript. */
const swc = {
  configFile: false,
  swcrc: false,
  jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  module: { type: 'commonjs' },
}

const imported = /require\("(\.[^"]+)"\)/g

const write = (file, text) => {
  mkdirSync(path.dirname(file), { recursive: true })
  const fresh = `${file}.${process.pid}`
  writeFileSync(fresh, text)
  renameSync(fresh, file)
}

const compile = (source, compiled) => {
  if (compiled.has(source) || !existsSync(path.join(root, source))) return
  compiled.add(source)
  const { code } = transformSync(readFileSync(path.join(root, source), 'utf8'), { ...swc, filename: source })
  write(path.join(into, source.replace(/\.ts$/, '.js')), code)
  for (const [, name] of code.matchAll(imported)) compile(`${path.join(path.dirname(source), name)}.ts`, compiled)
}

/** Compiles the files of threads (`*-thread.ts`), and what they import, before the tests run. */
export default () => {
  const compiled = new Set()
  for (const name of readdirSync(path.join(root, 'adapters'), { recursive: true }))
    if (name.endsWith('-thread.ts')) compile(path.join('adapters', name), compiled)
}
