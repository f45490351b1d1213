import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { main } from '../../../../adapters/composition/main'
import { withTemporaryFolder } from '../../../fixtures/running-library'
import { captureStderr } from './serve-steps'

const serve = (folder: string) => captureStderr(() => main(['--data', folder, 'serve', '--try', '--port', '0']))

describe('the command serve, where its socket cannot be made,', () => {
  it('says which folder has the name of the socket, and makes nothing', () =>
    withTemporaryFolder(async (folder) => {
      const socket = path.join(folder, 'glemsom.sock')
      mkdirSync(socket, { recursive: true })
      const [code, written] = await serve(folder)
      expect(written).toBe(
        `${socket} is a folder, and the service makes a socket of that name: move the folder away.\n`,
      )
      expect(code).toBe(1)
      expect(readdirSync(folder)).toEqual(['glemsom.sock'])
    }))

  it('says that the path of the data folder is too long, and makes nothing', () =>
    withTemporaryFolder(async (folder) => {
      const longer = path.join(folder, 'a'.repeat(100))
      const [code, written] = await serve(longer)
      expect(written).toMatch(/^The path of the data folder is too long for the socket .*a\/glemsom\.sock: /)
      expect(code).toBe(1)
      expect(existsSync(longer)).toBe(false)
    }))
})
