import process from 'node:process'
import { projectPath } from './project-root.mjs'

/** The Node of the npm package `node`, which the checkout uses instead of the machine's own. */
export const bundledNode = projectPath(
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)
