/**
 * Compiles the program that verifies exports into the folder `dist` of its own package: `npm pack` runs it there. It needs
 * the packages of a prepared checkout, and the packed program needs none.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { compiledText } from './compile.mjs'
import { projectPath } from './project-root.mjs'

const folder = path.join('adapters', 'interfaces', 'verify')
const target = projectPath(folder, 'dist')

rmSync(target, { recursive: true, force: true })
mkdirSync(target)
for (const name of readdirSync(projectPath(folder)))
  if (/\.(ts|jsonl)$/.test(name))
    writeFileSync(path.join(target, name.replace(/\.ts$/, '.js')), compiledText(path.join(folder, name)))
