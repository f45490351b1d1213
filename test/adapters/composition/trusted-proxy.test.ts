import { readTrustedProxy } from '../../../adapters/composition/serving/trusted-proxy'

describe('the proxy that ends TLS', () => {
  it('must be named in production, and need not be elsewhere', () => {
    expect(readTrustedProxy({})).toMatchObject({ right: [] })
    expect(readTrustedProxy({ NODE_ENV: 'production' })).toMatchObject({
      left: expect.stringMatching(/^Set TRUSTED_PROXY/),
    })
  })

  it('is named by addresses and ranges', () => {
    const read = readTrustedProxy({ NODE_ENV: 'production', TRUSTED_PROXY: 'loopback, 10.0.0.0/24,::1' })
    expect(read).toMatchObject({ right: ['loopback', '10.0.0.0/24', '::1'] })
    for (const wrong of ['everybody', '10.0.0.0/33', '300.1.1.1'])
      expect(readTrustedProxy({ TRUSTED_PROXY: wrong })).toMatchObject({ _tag: 'Left' })
  })
})
