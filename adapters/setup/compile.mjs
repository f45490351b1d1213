import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { transformSync } from '@swc/core'
import { projectPath, projectRoot } from './project-root.mjs'

const settings = {
  cwd: projectRoot,
  configFile: false,
  swcrc: false,
  jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
  // The annotation names the exports for `import()`, by which a command loads what only it needs.
  module: { type: 'commonjs', ignoreDynamic: true, exportInteropAnnotation: true },
}

/** The absolute path of the compiled file of a source, which is named from the project root. */
export const compiledFile = (source) => projectPath('dist', source.replace(/\.ts$/, '.js'))

/** A file that a running program may load is replaced whole. */
const write = (file, text) => {
  const fresh = `${file}.${process.pid}`
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(fresh, text)
  renameSync(fresh, file)
}

/** Compiles a source into `dist/`. Answers false, and prints the reason, when the source has a syntax error. */
export const compile = (source) => {
  try {
    const { code } = transformSync(readFileSync(projectPath(source), 'utf8'), { ...settings, filename: source })
    write(compiledFile(source), code)
    return true
  } catch (error) {
    console.error(`${source}: ${error instanceof Error ? error.message : error}`)
    return false
  }
}
