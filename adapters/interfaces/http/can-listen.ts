import { createServer } from 'node:net'
import type { Place } from './listen'

const another = (port: number): number => (port > 65_000 ? port - 111 : port + 111)

const inWords =
  ({ host, port }: Place) =>
  (error: unknown): string => {
    const choose = `Choose another: npm start -- --port ${String(another(port))}.`
    const { code = '' } = error as { readonly code?: string }
    switch (code) {
      case 'EADDRINUSE':
        return `Port ${String(port)} is in use. ${choose}`
      case 'EACCES':
        return `You may not listen on port ${String(port)}. ${choose}`
      case 'ERR_SOCKET_BAD_PORT':
        return `There is no port ${String(port)}: ports run from 0 to 65535.`
      default:
        return `Nothing can listen on ${host}, port ${String(port)}. Choose another --host.`
    }
  }

/** Listens for a moment. Answers why one cannot listen in a place, in words that say what to do; undefined when one can. */
export const cannotListen = (place: Place): Promise<string | undefined> =>
  new Promise<undefined>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(place.port, place.host, () => server.close(() => resolve(undefined)))
  }).catch(inWords(place))
