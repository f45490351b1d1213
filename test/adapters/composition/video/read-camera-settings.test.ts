import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { readCameraSettings } from '../../../../adapters/composition/video/read-camera-settings'
import type { BranchId, CameraId } from '../../../../domain/values/ids'

describe('the variables of cameras', () => {
  let folder = ''
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'cameras-'))))
  afterEach(() => rmSync(folder, { recursive: true }))

  const fileWith = (text: string, name = 'cameras.json'): string => {
    const file = path.join(folder, name)
    writeFileSync(file, text)
    chmodSync(file, 0o600)
    return file
  }
  const settingsWith = (camera: object, environment: Record<string, string> = {}) =>
    readCameraSettings({ CAMERAS: fileWith(JSON.stringify({ 'DK-785100': { indgang: camera } })), ...environment })

  it('may be left out: then no camera has an address', () => {
    expect(readCameraSettings({})).toEqual(E.right(undefined))
  })

  it('name a file with the address of each camera, and the file of its password', () => {
    const passwordFile = fileWith('hemmelig', 'password')
    const read = settingsWith({ address: 'https://kamera.example/billede.jpg', user: 'vagt', passwordFile })
    const cameras = E.isRight(read) ? read.right : undefined
    const hasAddress = (camera: string) =>
      cameras?.hasAddress({ branch: 'DK-785100' as BranchId, camera: camera as CameraId })
    expect([cameras?.isStandIn, hasAddress('indgang'), hasAddress('udlaan')]).toEqual([false, true, false])
  })

  it.each([
    [{ address: 'http://kamera.example/billede.jpg' }, 'must begin with https://'],
    [{ address: 'billede.jpg' }, 'must begin with https://'],
    [{ address: 'https://vagt:hemmelig@kamera.example/' }, 'names a user'],
    [{ address: 'https://kamera.example/', user: 'vagt' }, 'belong together'],
    [{ address: 'https://kamera.example/', user: 'vagt', passwordFile: '/ikke' }, 'is missing or cannot be read'],
    [{ url: 'https://kamera.example/' }, 'must be an object of branches'],
  ])('say of %j what is wrong, without a password', (camera, problem) => {
    const read = settingsWith(camera, { NODE_ENV: 'production' })
    expect(read).toEqual(E.left(expect.stringContaining(problem)))
    expect(JSON.stringify(read)).not.toContain('hemmelig')
  })

  it('say that a file is missing', () => {
    expect(readCameraSettings({ CAMERAS: '/ikke' })).toEqual(E.left(expect.stringContaining('/ikke')))
    const read = settingsWith({ address: 'https://kamera.example/' }, { CAMERAS_CA: '/heller-ikke' })
    expect(read).toEqual(E.left(expect.stringContaining('/heller-ikke')))
  })
})
