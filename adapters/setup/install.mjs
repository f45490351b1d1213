import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { driver, driverLoads, whyNoDriver } from './driver.mjs'
import { root, within } from './root.mjs'
import { digest, isStamped, stamp } from './stamp.mjs'

const stampFile = within('node_modules', '.glemsom-ready')

/** Names what has to be installed: the locked packages, for this Node on this machine (the driver is native code). */
const wanted = () =>
  digest([readFileSync(within('package-lock.json')), process.versions.modules, process.platform, process.arch])

/** Runs npm and keeps what it says on standard error, to be read when it fails. */
const npm = (...args) =>
  spawnSync('npm', [...args, '--loglevel=warn'], {
    cwd: root,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
  })

const refuse = (said, reason) => {
  console.error(said.trim())
  console.error(`\n${reason}`)
  return false
}

const explain = ({ stderr, error }) => {
  const said = stderr ?? ''
  if (error !== undefined) return refuse(said, `npm could not be started (${error.message}); it comes with Node.`)
  if (said.includes(driver)) return refuse(said, whyNoDriver(said))
  return refuse(said, 'npm could not install the packages: its own words are above.')
}

/** The driver is built or brought by an install script, which a setting of npm may have left out: then once more. */
const bringDriver = () => {
  if (driverLoads()) return true
  const rebuilt = npm('rebuild', driver, '--ignore-scripts=false')
  return driverLoads() ? true : refuse(rebuilt.stderr ?? '', whyNoDriver(rebuilt.stderr ?? ''))
}

const installAll = () => {
  console.error('Installing packages; the first time this takes a minute or two.')
  const installed = npm('ci', '--include=dev')
  return installed.status === 0 ? bringDriver() : explain(installed)
}

/**
 * Installs the locked packages unless they are there, made for this Node.
 * Answers whether all is in place; what is missing has then been said on standard error.
 */
export const install = () => {
  const now = wanted()
  if (isStamped(stampFile, now)) return true
  if (!installAll()) return false
  stamp(stampFile, now)
  return true
}
