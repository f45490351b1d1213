import process from 'node:process'
import { within } from './root.mjs'

/** The Node that the checkout brings along (the npm package `node`), whatever the machine's own is. */
export const ownNode = within('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
