import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readCprRegisterSettings } from '../../../adapters/composition/cpr-register/read-cpr-register-settings'

describe('the folder of the CPR register', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'cpr-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('is none unless CPR_REGISTER names it', () => {
    expect(readCprRegisterSettings({})).toEqual({ _tag: 'Right', right: undefined })
    expect(readCprRegisterSettings({ CPR_REGISTER: '' })).toEqual({ _tag: 'Right', right: undefined })
    expect(readCprRegisterSettings({ CPR_REGISTER: folder })).toEqual({ _tag: 'Right', right: folder })
  })

  it('is refused when it is missing, or when others can read it', () => {
    expect(readCprRegisterSettings({ CPR_REGISTER: '/ikke' })).toMatchObject({
      left: 'CPR_REGISTER is /ikke: there is no such folder. Make it, or name another one.',
    })
    chmodSync(folder, 0o750)
    expect(readCprRegisterSettings({ CPR_REGISTER: folder })).toMatchObject({
      left: expect.stringContaining('other users than the owner can read') as unknown,
    })
  })
})
