import { spawnSync } from 'node:child_process'
import path from 'node:path'

const root = path.join(__dirname, '..', '..', '..')

/** A small file of tests. */
const small = 'test/domain/values/month.test.ts'

const runChecks = (...args: ReadonlyArray<string>): { readonly printed: string; readonly status: number | null } => {
  const { stdout, status } = spawnSync(process.execPath, [path.join(root, 'adapters/setup/run-checks.mjs'), ...args], {
    cwd: root,
    encoding: 'utf8',
  })
  return { printed: stdout, status }
}

describe('`npm test -- path`', () => {
  it('runs the tests of that path, and no other check', () => {
    const { printed, status } = runChecks(small)
    expect(printed).toMatch(/^== tests\n/)
    expect(printed).not.toMatch(/== (types|lint|format)|tests by what they ran on/)
    expect(printed).toMatch(/\n[1-9][0-9]? passed, 0 failed, 0 skipped\n$/)
    expect(status).toBe(0)
  })

  it('hands options on to the test runner', () => {
    expect(runChecks(small, '-t', 'no test has this title').printed).toMatch(
      /\n0 passed, 0 failed, [1-9][0-9]* skipped\n$/,
    )
  })

  it('fails when no test has the path', () => {
    expect(runChecks('no/such/path')).toMatchObject({
      status: 1,
      printed: expect.stringMatching(/\n0 passed, 1 failed/),
    })
  })
})
