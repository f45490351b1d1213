import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readLogInSettings } from '../../../adapters/composition/log-in/read-log-in-settings'

const folder = mkdtempSync(path.join(tmpdir(), 'log-in-'))
const secretFile = path.join(folder, 'secret')
writeFileSync(secretFile, 'a secret\n', { mode: 0o600 })
afterAll(() => rmSync(folder, { recursive: true }))

const complete = {
  LOG_IN_BORROWERS_ISSUER: 'https://login.example.dk',
  LOG_IN_BORROWERS_CLIENT_ID: 'bibliotek',
  LOG_IN_BORROWERS_SECRET_FILE: secretFile,
}

describe('the settings of the log-in', () => {
  it('name a provider for borrowers, one for staff, both or none', () => {
    const none = readLogInSettings({})
    expect(none).toMatchObject({ right: { hasCardLogIn: true, providers: {} } })
    const one = readLogInSettings({ ...complete, LOG_IN_BORROWERS_CPR_CLAIM: 'nin', LOG_IN_CARD: 'no' })
    expect(one).toMatchObject({ right: { hasCardLogIn: false, providers: { borrowers: { cprClaim: 'nin' } } } })
    expect(one).not.toHaveProperty('right.providers.staff')
  })

  it.each([
    [{ LOG_IN_BORROWERS_ISSUER: undefined }, 'belong together'],
    [{ LOG_IN_BORROWERS_ISSUER: 'http://login.example.dk' }, 'https://'],
    [{ LOG_IN_BORROWERS_SECRET_FILE: path.join(folder, 'none') }, 'LOG_IN_BORROWERS_SECRET_FILE'],
  ])('are refused with what to do: %j', (wrong, text) => {
    const read = readLogInSettings({ ...complete, ...wrong })
    expect(read._tag === 'Left' ? read.left : '').toContain(text)
  })
})
