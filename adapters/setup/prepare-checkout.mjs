/**
 * Prepares a fresh checkout: installs the packages, Node itself among them, and compiles.
 * With `--program` it leaves out what only tests and benches need. It skips what is done already, so a second run takes
 * a moment. The machine's own Node only runs npm and the compiler.
 */
import process from 'node:process'

const oldestNode = 20

if (Number(process.versions.node.split('.')[0]) < oldestNode) {
  console.error(
    `The machine's own Node is ${process.versions.node}; installing Glemsom needs ${oldestNode} or later. See https://nodejs.org`,
  )
  process.exit(1)
}

const programOnly = process.argv.includes('--program')

const { install } = await import('./install.mjs')
if (!install(programOnly ? 'program' : 'all')) process.exit(1)

// The compiler is one of the packages.
const { build, programFolders, testFolder } = await import('./build.mjs')
if (!build(programOnly ? programFolders : [...programFolders, testFolder])) process.exit(1)

if (!programOnly) {
  const { buildModuleDriverForTests } = await import('./module-driver.mjs')
  buildModuleDriverForTests()
}
