/**
 * Prepares a fresh checkout: installs the packages, Node itself among them, and builds the program.
 * It skips steps that are done already, so a second run takes a moment. The machine's own Node only runs npm.
 */
import process from 'node:process'

const oldestNode = 20

if (Number(process.versions.node.split('.')[0]) < oldestNode) {
  console.error(
    `The machine's own Node is ${process.versions.node}; installing Glemsom needs ${oldestNode} or later. See https://nodejs.org`,
  )
  process.exit(1)
}

const { install } = await import('./install.mjs')
const { build } = await import('./build.mjs')

if (!(install() && build())) process.exit(1)
