import { nodeVersionRefusal } from '../../../adapters/system/node-version'

describe('the version of Node', () => {
  it.each(['20.20.2', '18.0.0', '21.7.3'])('is refused with what is needed instead when it is %s', (version) => {
    expect(nodeVersionRefusal(version)).toBe(
      `Glemsom needs Node 22 or later. This is Node ${version}. See https://nodejs.org`,
    )
  })

  it.each(['22.0.0', '24.21.0', '26.10.0', '100.0.0'])('is accepted when it is %s', (version) => {
    expect(nodeVersionRefusal(version)).toBeUndefined()
  })
})
