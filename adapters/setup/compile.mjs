import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { transformSync } from '@swc/core'
import { projectPath, projectRoot } from './project-root.mjs'

const settingsFor = (source) => ({
  cwd: projectRoot,
  configFile: false,
  swcrc: false,
  jsc: {
    parser: { syntax: 'typescript', tsx: source.endsWith('.tsx') },
    target: 'es2023',
    transform: { react: { runtime: 'automatic', importSource: 'preact' } },
  },
  // The annotation names the exports for `import()`, by which a command loads what only it needs.
  module: { type: 'commonjs', ignoreDynamic: true, exportInteropAnnotation: true },
})

/** The absolute path of the compiled file of a source, which is named from the project root. */
export const compiledFile = (source) => projectPath('dist', source.replace(/\.tsx?$/, '.js'))

/** A file that a running program may load is replaced whole. */
const write = (file, text) => {
  const fresh = `${file}.${process.pid}`
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(fresh, text)
  renameSync(fresh, file)
}

/** The text of the compiled file. What is for browsers, and data, stay as they are. */
export const compiledText = (source) => {
  const text = readFileSync(projectPath(source), 'utf8')
  return /\.(css|svg|mjs|jsonl)$/.test(source)
    ? text
    : transformSync(text, { ...settingsFor(source), filename: source }).code
}

/** Compiles a source into `dist/`. Answers false, and prints the reason, when the source has a syntax error. */
export const compile = (source) => {
  try {
    write(compiledFile(source), compiledText(source))
    return true
  } catch (error) {
    console.error(`${source}: ${error instanceof Error ? error.message : error}`)
    return false
  }
}
