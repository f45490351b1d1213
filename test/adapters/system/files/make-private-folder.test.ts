import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { makePrivateFolder } from '../../../../adapters/system/files/make-private-folder'
import { withTemporaryFolder } from '../../../fixtures/running-library'

describe('a folder that is made for its owner alone', () => {
  it('is made with those above it that are missing, and left as it is when it is there', () =>
    withTemporaryFolder((folder) => {
      const wanted = path.join(folder, 'keys', 'sunday')
      makePrivateFolder(wanted)
      makePrivateFolder(wanted)
      expect([wanted, path.dirname(wanted)].map((each) => statSync(each).mode & 0o777)).toEqual([0o700, 0o700])
      return Promise.resolve()
    }))

  it('is refused, and not tried for ever, where the system makes no folders', () => {
    if (!existsSync('/proc/self')) throw new Error('this test needs /proc: run it on Linux')
    expect(() => makePrivateFolder('/proc/no-such-folder/keys')).toThrow()
  })
})
