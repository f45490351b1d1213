import { createServer, type RequestListener, type Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import express from 'express'
import {
  httpConnectionLimits,
  serveEachConnectionInOrder,
  type HttpConnectionLimits,
} from '../../../../adapters/interfaces/http/serve-each-connection-in-order'
import { startHttpServer } from '../../../../adapters/interfaces/http/start-http-server'
import { waitUntil } from '../../../fixtures/wait-until'

const requestFor = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`

const withServer = async (
  handle: RequestListener,
  limits: HttpConnectionLimits,
  use: (port: number, server: Server) => Promise<void>,
): Promise<void> => {
  const server = createServer(serveEachConnectionInOrder(handle, limits).serve)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    await use((server.address() as AddressInfo).port, server)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

const openConnection = async (port: number): Promise<Socket> => {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  return socket
}

/** Reads all that a connection receives. */
const reading = (socket: Socket): (() => string) => {
  let text = ''
  socket.on('data', (bytes: Buffer) => (text += bytes.toString('latin1')))
  return () => text
}

const largeAnswer = Buffer.alloc(4_000_000, 'a')

describe('one connection', () => {
  it('is served one request after the other, in the order of the requests, also many that were sent together', () => {
    let running = 0
    let mostRunning = 0
    const handle: RequestListener = (request, response) => {
      running += 1
      mostRunning = Math.max(mostRunning, running)
      setImmediate(() => {
        running -= 1
        response.end(`<${String(request.url)}>`)
      })
    }
    return withServer(handle, httpConnectionLimits, async (port) => {
      const socket = await openConnection(port)
      const text = reading(socket)
      const paths = Array.from({ length: 300 }, (_, index) => `/${String(index)}`)
      socket.write(paths.map(requestFor).join(''))
      await waitUntil(() => Promise.resolve(text().includes('</299>')))
      expect([...text().matchAll(/<(\/\d+)>/g)].map(([, path]) => path)).toEqual(paths)
      expect(mostRunning).toBe(1)
      socket.destroy()
    })
  })

  it('that reads nothing holds one answer, and is read no further', () => {
    let started = 0
    const handle: RequestListener = (_request, response) => {
      started += 1
      response.end(largeAnswer)
    }
    return withServer(handle, httpConnectionLimits, async (port, server) => {
      const accepted = once(server, 'connection') as Promise<[Socket]>
      const socket = await openConnection(port)
      const [atServer] = await accepted
      socket.pause()
      const sent = requestFor(`/${'x'.repeat(2000)}`).repeat(5000)
      socket.write(sent)
      await waitUntil(() => Promise.resolve(atServer.isPaused()))
      const startedBefore = started
      await delay(200)
      expect(started).toBe(startedBefore)
      expect(started).toBeLessThan(5)
      expect(atServer.bytesRead).toBeLessThan(sent.length / 10)
      expect(atServer.writableLength).toBeLessThan(2 * largeAnswer.length)
      socket.destroy()
    })
  })

  it('with more small requests than may wait is cut', () =>
    withServer(
      () => undefined,
      { ...httpConnectionLimits, mostWaiting: 100 },
      async (port) => {
        const socket = await openConnection(port)
        socket.write(requestFor('/').repeat(2000))
        await once(socket, 'close')
        expect(socket.destroyed).toBe(true)
      },
    ))

  it.each([
    ['reads nothing of an answer', { writeIdleMs: 50 }],
    ['does not read a whole answer in time', { writeTotalMs: 50 }],
  ])('that %s is cut', (_what, limit) =>
    withServer(
      (_request, response) => response.end(largeAnswer),
      { ...httpConnectionLimits, ...limit },
      async (port, server) => {
        const accepted = once(server, 'connection') as Promise<[Socket]>
        const socket = await openConnection(port)
        const [atServer] = await accepted
        socket.pause()
        socket.write(requestFor('/'))
        await once(atServer, 'close')
        expect(atServer.destroyed).toBe(true)
        socket.destroy()
      },
    ),
  )

  it('whose command runs long is not cut', () =>
    withServer(
      (_request, response) => void setTimeout(() => response.end('done'), 300),
      { ...httpConnectionLimits, writeIdleMs: 20, writeTotalMs: 20 },
      async (port) => {
        const socket = await openConnection(port)
        const text = reading(socket)
        socket.write(requestFor('/').repeat(2))
        await waitUntil(() => Promise.resolve(text().split('done').length === 3))
        expect(socket.destroyed).toBe(false)
        socket.destroy()
      },
    ))
})

describe('a server that stops', () => {
  const startSlowServer = () => {
    const app = express()
    let finish: () => void = () => undefined
    let hasStarted = false
    app.get('/slow', (_request, response) => {
      hasStarted = true
      finish = () => void response.send('late answer')
    })
    app.get('/', (_request, response) => void response.send('answer'))
    return startHttpServer(app, { host: '127.0.0.1', port: 0 }).then((http) => ({
      http,
      finish: () => finish(),
      started: () => waitUntil(() => hasStarted),
    }))
  }
  const portOf = (url: string): number => Number(new URL(url).port)
  /** No cut helps a test to end. */
  const never = 2_000_000_000

  it('closes idle connections, used or not, and ends', async () => {
    const { http } = await startSlowServer()
    const unused = await openConnection(portOf(http.url))
    const used = await openConnection(portOf(http.url))
    const text = reading(used)
    used.write(requestFor('/'))
    await waitUntil(() => Promise.resolve(text().includes('answer')))
    await http.close(never)
    await waitUntil(() => Promise.resolve(unused.destroyed && used.destroyed))
    expect(text()).not.toContain('Connection: close')
  })

  it('answers a request that runs, and then closes its connection', async () => {
    const { http, finish, started } = await startSlowServer()
    const socket = await openConnection(portOf(http.url))
    const text = reading(socket)
    socket.write(requestFor('/slow'))
    await started()
    const closed = http.close(never)
    finish()
    await closed
    await waitUntil(() => Promise.resolve(text().includes('late answer')))
    expect(text()).toContain('Connection: close')
  })

  it('answers a request that was on its way on an idle connection', async () => {
    const { http } = await startSlowServer()
    const socket = await openConnection(portOf(http.url))
    const text = reading(socket)
    socket.write(requestFor('/'))
    await waitUntil(() => Promise.resolve(text().includes('answer')))
    const closed = http.close(never)
    socket.write(requestFor('/'))
    await closed
    await waitUntil(() => Promise.resolve(text().split('\r\n\r\nanswer').length === 3))
    expect(text()).toContain('Connection: close')
  })
})
