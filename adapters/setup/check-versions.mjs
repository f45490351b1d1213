/** Runs every test on each version of Node that Glemsom supports besides the checkout's own. Each run takes as long as `npm test`. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { projectPath, projectRoot } from './project-root.mjs'

const versions = process.argv.length > 2 ? process.argv.slice(2) : ['22', '24']

const folderOf = (version) => projectPath('dist', 'nodes', version)

const nodeOf = (version) => path.join(folderOf(version), 'node_modules', 'node', 'bin', 'node')

const isInstalled = (version) => {
  if (existsSync(nodeOf(version))) return true
  console.log(`Installing Node ${version}.`)
  const args = ['install', '--no-save', '--ignore-scripts=false', '--prefix', folderOf(version), `node@${version}`]
  return spawnSync('npm', args, { stdio: 'inherit' }).status === 0
}

/** The tests start further processes by the name `node`: the version under test stands first in their path. */
const environmentOf = (version) => ({
  ...process.env,
  PATH: [path.dirname(nodeOf(version)), process.env['PATH']].join(path.delimiter),
})

const passes = (version) =>
  isInstalled(version) &&
  spawnSync(
    nodeOf(version),
    [projectPath('node_modules', 'jest', 'bin', 'jest.js'), '--config', '.config/jest.mjs', '--ci'],
    {
      cwd: projectRoot,
      stdio: 'inherit',
      env: environmentOf(version),
    },
  ).status === 0

const results = versions.map((version) => ({ version, ok: passes(version) }))
for (const { version, ok } of results) console.log(`Node ${version}: ${ok ? 'passed' : 'FAILED'}`)
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1
