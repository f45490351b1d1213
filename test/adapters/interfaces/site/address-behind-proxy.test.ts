import express from 'express'
import { logRequest } from '../../../../adapters/interfaces/site/visits/record-visits'

/** The addresses that a site logs, behind a proxy on this machine if that is trusted. */
const addressesLogged = async (
  trusted: ReadonlyArray<string>,
  forwardedFor: string,
): Promise<ReadonlyArray<string>> => {
  const addresses: string[] = []
  const app = express()
  app.set('trust proxy', [...trusted])
  app.use(logRequest({ logRequest: (address) => void addresses.push(address) }))
  app.use((_request, response) => void response.end())
  const server = app.listen(0, '127.0.0.1')
  try {
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as { readonly port: number }
    await fetch(`http://127.0.0.1:${String(port)}/`, { headers: { 'x-forwarded-for': forwardedFor } })
    return addresses
  } finally {
    server.close()
  }
}

describe('the address that is logged', () => {
  it('is the one that the trusted proxy names', async () => {
    expect(await addressesLogged(['loopback'], '203.0.113.5')).toEqual(['203.0.113.5'])
    expect(await addressesLogged(['loopback'], '10.9.9.9, 203.0.113.5')).toEqual(['203.0.113.5'])
  })

  it('is that of the connection when whoever asks is no trusted proxy, whatever they write', async () =>
    expect(await addressesLogged([], '203.0.113.5')).toEqual(['127.0.0.1']))

  it('is written as IPv4 where it is one', async () =>
    expect(await addressesLogged(['loopback'], '::ffff:203.0.113.5')).toEqual(['203.0.113.5']))
})
