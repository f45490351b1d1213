import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { bundledNode } from './bundled-node.mjs'
import { projectRoot, projectPath } from './project-root.mjs'
import { digest, isStampCurrent, writeStamp } from './stamp-file.mjs'

const stampFile = projectPath('node_modules', '.glemsom-ready')

/** A digest of the locked packages and the kind of machine. */
const installDigest = () => digest([readFileSync(projectPath('package-lock.json')), process.platform, process.arch])

/** Runs npm, and keeps its standard error to print it when npm fails. */
const npm = (...args) =>
  spawnSync('npm', [...args, '--loglevel=error'], {
    cwd: projectRoot,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
  })

const reportFailure = ({ stderr, error }, reason) => {
  if (stderr) console.error(stderr.trim())
  console.error(error === undefined ? reason : `npm could not be started (${error.message}). npm comes with Node.`)
  return false
}

/** An install script downloads the binary of Node. If npm's settings disable install scripts, this runs it. */
const installNode = () => {
  if (existsSync(bundledNode)) return true
  const rebuilt = npm('rebuild', 'node', '--ignore-scripts=false')
  return (
    existsSync(bundledNode) ||
    reportFailure(rebuilt, 'npm could not install Node itself (the package "node"): see the messages of npm above.')
  )
}

const installPackages = () => {
  console.error('Installing packages; the first time this takes about a minute.')
  const installed = npm('ci', '--include=dev')
  return installed.status === 0
    ? installNode()
    : reportFailure(installed, 'npm could not install the packages: see the messages of npm above.')
}

/**
 * Installs the locked packages, Node itself among them, unless they are installed already.
 * Answers whether they are installed; if not, it has printed the reason on standard error.
 */
export const install = () => {
  const now = installDigest()
  if (isStampCurrent(stampFile, now)) return true
  if (!installPackages()) return false
  writeStamp(stampFile, now)
  return true
}
