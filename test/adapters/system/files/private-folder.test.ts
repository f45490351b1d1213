import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { createPrivateFolder } from '../../../../adapters/system/files/private-folder'
import { withTemporaryFolder } from '../../../fixtures/running-library'

describe('a folder that is made for its owner alone', () => {
  it('is made with those above it that are missing, and left as it is when it is there', () =>
    withTemporaryFolder((folder) => {
      const wanted = path.join(folder, 'keys', 'sunday')
      createPrivateFolder(wanted)
      createPrivateFolder(wanted)
      expect([wanted, path.dirname(wanted)].map((each) => statSync(each).mode & 0o777)).toEqual([0o700, 0o700])
      return Promise.resolve()
    }))

  it('is refused, and not tried for ever, where the system makes no folders', () => {
    if (!existsSync('/proc/self')) throw new Error('this test needs /proc: run it on Linux')
    expect(() => createPrivateFolder('/proc/no-such-folder/keys')).toThrow()
  })
})
