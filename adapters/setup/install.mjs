import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { ownNode } from './own-node.mjs'
import { root, within } from './root.mjs'
import { digest, isStamped, stamp } from './stamp.mjs'

const stampFile = within('node_modules', '.glemsom-ready')

/** Names what has to be installed: the locked packages, for this kind of machine. */
const wanted = () => digest([readFileSync(within('package-lock.json')), process.platform, process.arch])

/** Runs npm and keeps its standard error, to be printed when it fails. */
const npm = (...args) =>
  spawnSync('npm', [...args, '--loglevel=error'], {
    cwd: root,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
  })

const refuse = ({ stderr, error }, reason) => {
  if (stderr) console.error(stderr.trim())
  console.error(error === undefined ? reason : `npm could not be started (${error.message}). npm comes with Node.`)
  return false
}

/** An install script brings the binary of Node. A setting of npm may have left the script out: then npm runs it here. */
const bringNode = () => {
  if (existsSync(ownNode)) return true
  const rebuilt = npm('rebuild', 'node', '--ignore-scripts=false')
  return (
    existsSync(ownNode) ||
    refuse(rebuilt, 'npm could not install Node itself (the package "node"): see its own words above.')
  )
}

const installAll = () => {
  console.error('Installing packages; the first time this takes about a minute.')
  const installed = npm('ci', '--include=dev')
  return installed.status === 0
    ? bringNode()
    : refuse(installed, 'npm could not install the packages: see its own words above.')
}

/**
 * Installs the locked packages, Node itself among them, unless they are in place.
 * Answers whether all is in place; if not, the reason has been printed on standard error.
 */
export const install = () => {
  const now = wanted()
  if (isStamped(stampFile, now)) return true
  if (!installAll()) return false
  stamp(stampFile, now)
  return true
}
