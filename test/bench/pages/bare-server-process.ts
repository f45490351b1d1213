import type { AddressInfo } from 'node:net'
import compression from 'compression'
import express from 'express'

/** Pages by their addresses. */
export type BarePages = Readonly<Record<string, string>>

/** Answers the same bytes as a site, by express and its compression alone. Answers its address. */
const serveBare = async (pages: BarePages): Promise<string> => {
  const app = express()
  app.use(compression())
  app.use((request, response) => void response.type('html').send(pages[request.originalUrl] ?? ''))
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
}

// Runs as a separate process: the first message holds the pages, and it serves until the parent disconnects.
process.once('message', (pages: BarePages) => {
  void serveBare(pages).then((url) => process.send?.(url))
})
process.once('disconnect', () => process.exit())
