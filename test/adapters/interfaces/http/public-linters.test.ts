import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { withTemporaryFolder } from '../../../fixtures/running-library'
import { servedDescription } from './check-against-openapi'

const root = path.join(__dirname, '..', '..', '..', '..')

/** Neither linter may call home. */
const environment = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }

const runLinter = (folder: string, program: string, ...args: ReadonlyArray<string>) => {
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'openapi.json'), JSON.stringify(servedDescription))
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules', program), ...args, path.join(folder, 'openapi.json')],
    { cwd: folder, env: environment, encoding: 'utf8' },
  )
  return { status, printed: stdout + stderr }
}

describe('the OpenAPI description', () => {
  it('has nothing that the linter of Redocly would change', () =>
    withTemporaryFolder((folder) => {
      const config = path.join(root, '.config', 'redocly.yaml')
      const found = runLinter(folder, '@redocly/cli/bin/cli.js', 'lint', '--config', config, '--format', 'json')
      expect(found.printed).toContain('"totals": {\n    "errors": 0,\n    "warnings": 0')
      expect(found.status).toBe(0)
      return Promise.resolve()
    }))

  it('has nothing that Spectral would change', () =>
    withTemporaryFolder((folder) => {
      const ruleset = path.join(root, '.config', 'spectral.yaml')
      const found = runLinter(
        folder,
        '@stoplight/spectral-cli/dist/index.js',
        'lint',
        '--ruleset',
        ruleset,
        '-F',
        'hint',
      )
      expect(found).toMatchObject({
        status: 0,
        printed: expect.stringContaining("No results with a severity of 'hint'"),
      })
      return Promise.resolve()
    }))
})
