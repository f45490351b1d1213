/**
 * Runs the tests on each version of Node that Glemsom supports besides the checkout's own: each run takes as long as the
 * tests of `npm test`. Arguments select what runs: numbers are versions, and all else is a path of tests.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { projectPath, projectRoot } from './project-root.mjs'

const isVersion = (argument) => /^[0-9.]+$/.test(argument)

const named = process.argv.slice(2)
const versions = named.some(isVersion) ? named.filter(isVersion) : ['22', '24']
const tests = named.filter((argument) => !isVersion(argument))

const folderOf = (version) => projectPath('dist', 'nodes', version)

const nodeOf = (version) => path.join(folderOf(version), 'node_modules', 'node', 'bin', 'node')

const isInstalled = (version) => {
  if (existsSync(nodeOf(version))) return true
  console.log(`Installing Node ${version}.`)
  mkdirSync(folderOf(version), { recursive: true })
  const options = ['--no-save', '--no-package-lock', '--no-workspaces', '--ignore-scripts=false', '--loglevel=error']
  const args = ['install', ...options, '--prefix', folderOf(version), `node@${version}`]
  return (
    spawnSync('npm', args, { cwd: folderOf(version), stdio: 'inherit' }).status === 0 && existsSync(nodeOf(version))
  )
}

/** The tests start further processes by the name `node`: the version under test stands first in their path. */
const environmentOf = (version) => ({
  ...process.env,
  PATH: [path.dirname(nodeOf(version)), process.env['PATH']].join(path.delimiter),
})

const jest = (version) =>
  spawnSync(
    nodeOf(version),
    [projectPath('node_modules', 'jest', 'bin', 'jest.js'), '--config', '.config/jest.mjs', '--ci', ...tests],
    { cwd: projectRoot, stdio: 'inherit', env: environmentOf(version) },
  )

const passes = (version) => isInstalled(version) && jest(version).status === 0

const results = versions.map((version) => ({ version, ok: passes(version) }))
for (const { version, ok } of results) console.log(`Node ${version}: ${ok ? 'passed' : 'FAILED'}`)
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1
