import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

/** Where Debian's packages `golang-go` and `golang-golang-x-mod-dev` are. */
const sources = '/usr/share/gocode'

/** Which Debian package is missing for programs that use Go's `golang.org/x/mod`; undefined when both are there. */
const missingGoPackage = (): string | undefined => {
  if (spawnSync('go', ['version']).status !== 0) return 'golang-go'
  return existsSync(path.join(sources, 'src/golang.org/x/mod/sumdb/tlog')) ? undefined : 'golang-golang-x-mod-dev'
}

/** `describe` when Go's packages are there; otherwise skips the tests and prints one line. */
export const describeIfGoPresent: jest.Describe = (() => {
  const missing = missingGoPackage()
  if (missing === undefined) return describe
  process.stderr.write(`skipped: the Debian package ${missing} is missing\n`)
  return describe.skip
})()

/** Runs a Go program of this folder without the network; answers its exit status and all that it prints. */
export const runGoProgram = (name: string, ...args: ReadonlyArray<string>) => {
  const env = { ...process.env, GO111MODULE: 'off', GOPATH: sources, GOFLAGS: '', GOCACHE: path.join(process.env['TMPDIR'] ?? '/tmp', 'glemsom-go-cache') } // prettier-ignore
  const { status, stdout, stderr } = spawnSync('go', ['run', path.join(__dirname, name), ...args], {
    env,
    encoding: 'utf8',
  })
  return { status, output: `${stdout}${stderr}`.trim() }
}
