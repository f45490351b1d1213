import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { bundledNode } from './bundled-node.mjs'
import { projectRoot, projectPath } from './project-root.mjs'
import { digest, isStampCurrent, writeStamp } from './stamp-file.mjs'

const stampFile = projectPath('node_modules', '.glemsom-ready')

/** A digest of the locked packages, the kind of machine, and which packages are installed: `program` or `all`. */
const installDigest = (packages) =>
  digest([readFileSync(projectPath('package-lock.json')), process.platform, process.arch, packages])

const isInstalled = (packages) => isStampCurrent(stampFile, installDigest(packages))

/** Runs npm, and keeps its standard error to print it when npm fails. No package runs a script of its own. */
const npm = (...args) =>
  spawnSync('npm', [...args, '--ignore-scripts', '--loglevel=error'], {
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

/** Adds packages without removing those that a running program uses; from nothing, or after the lock has changed, all anew. */
const npmInstall = (packages) => {
  if (packages === 'program') return npm('ci', '--omit=dev', '--include=optional')
  return isInstalled('program')
    ? npm('install', '--no-save', '--include=dev', '--include=optional')
    : npm('ci', '--include=dev', '--include=optional')
}

const installPackages = (packages) => {
  console.error('Installing packages; the first time this takes up to a minute.')
  const installed = npmInstall(packages)
  if (installed.status !== 0)
    return reportFailure(installed, 'npm could not install the packages: see the messages of npm above.')
  return (
    existsSync(bundledNode) ||
    reportFailure(installed, `There is no Node for this kind of machine (${process.platform} ${process.arch}).`)
  )
}

/**
 * Installs locked packages, Node itself among them, unless they are installed already: those of the `program`, which
 * include what builds it, or `all`, which also has what the tests need.
 * Answers whether they are installed; if not, it has printed the reason on standard error.
 */
export const install = (packages) => {
  if (isInstalled('all') || isInstalled(packages)) return true
  if (!installPackages(packages)) return false
  writeStamp(stampFile, installDigest(packages))
  return true
}
