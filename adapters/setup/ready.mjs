/**
 * Makes a fresh checkout ready to run: the right Node, the packages, the SQLite driver, the build.
 * What is ready already is left alone, so a second run takes a moment. Needs nothing but Node itself.
 */
import process from 'node:process'

const leastNode = 20

const nodeIsTooOld = () => Number(process.versions.node.split('.')[0]) < leastNode

if (nodeIsTooOld()) {
  console.error(
    `Glemsom needs Node ${leastNode} or later; this is Node ${process.versions.node}. See https://nodejs.org`,
  )
  process.exit(1)
}

const { install } = await import('./install.mjs')
const { build } = await import('./build.mjs')

if (!(install() && build())) process.exit(1)
