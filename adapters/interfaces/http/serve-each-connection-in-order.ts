import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** Bounds of one connection. */
export interface HttpConnectionLimits {
  /** The requests that may wait behind the one that runs, before no more bytes are read. */
  readonly waitingBeforePause: number
  /** The most requests that may wait. One block of bytes may hold many small ones; with more, the connection is cut. */
  readonly mostWaiting: number
  /** In ms. A connection is cut when the caller reads nothing of an answer for so long. */
  readonly writeIdleMs: number
  /** In ms. A connection is cut when the caller has not read a whole answer after so long. */
  readonly writeTotalMs: number
}

export const httpConnectionLimits: HttpConnectionLimits = {
  waitingBeforePause: 8,
  mostWaiting: 512,
  writeIdleMs: 30_000,
  writeTotalMs: 300_000,
}

type Exchange = readonly [request: IncomingMessage, response: ServerResponse]

/** Serves the requests of each connection one after the other. */
export interface OrderedRequestListener {
  readonly serve: RequestListener
  /** Whether a request of the connection runs or waits. */
  readonly isBusy: (socket: Socket) => boolean
  /** From now on, each answer says that its connection is closed after it. */
  readonly closeAfterAnswers: () => void
}

/** Cuts a connection whose caller does not read the answer in time. The limits begin when the answer is complete. */
const limitWriting = ({ writeIdleMs, writeTotalMs }: HttpConnectionLimits, [request, response]: Exchange): void => {
  const { socket } = request
  response.once('prefinish', () => {
    socket.setTimeout(writeIdleMs)
    const cut = setTimeout(() => socket.destroy(), writeTotalMs).unref()
    response.once('close', () => {
      clearTimeout(cut)
    })
  })
}

const sayClose = (response: ServerResponse): void => {
  if (!response.headersSent) response.setHeader('Connection', 'close')
}

/**
 * Serves the requests of each connection in their order, the next one when the answer before it is handed to the
 * operating system. So a connection holds one answer in memory, and a caller that reads nothing is not read from.
 */
export const serveEachConnectionInOrder = (
  handle: RequestListener,
  limits: HttpConnectionLimits = httpConnectionLimits,
): OrderedRequestListener => {
  /** The exchanges of each connection; the first one runs. */
  const exchanges = new WeakMap<Socket, Exchange[]>()
  const running = new Set<ServerResponse>()
  let isClosing = false

  const run = (exchange: Exchange, queue: Exchange[]): void => {
    const [request, response] = exchange
    const { socket } = request
    running.add(response)
    if (isClosing) sayClose(response)
    limitWriting(limits, exchange)
    response.once('close', () => {
      running.delete(response)
      queue.shift()
      const [next] = queue
      if (next === undefined || socket.destroyed) return
      // The time limit of the answer before it ends here.
      socket.setTimeout(0)
      if (queue.length <= limits.waitingBeforePause) socket.resume()
      run(next, queue)
    })
    handle(request, response)
  }
  return {
    serve: (request, response) => {
      const { socket } = request
      const queue = exchanges.get(socket) ?? []
      exchanges.set(socket, queue)
      queue.push([request, response])
      if (queue.length === 1) return run([request, response], queue)
      if (queue.length > limits.mostWaiting) socket.destroy()
      else if (queue.length > limits.waitingBeforePause) socket.pause()
    },
    isBusy: (socket) => (exchanges.get(socket)?.length ?? 0) > 0,
    closeAfterAnswers: () => {
      isClosing = true
      for (const response of running) sayClose(response)
    },
  }
}
