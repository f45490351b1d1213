import type { RequestListener } from 'node:http'
import type { ServeOptions } from '../../interfaces/cli/parse-command-line'
import { queueRequestsUntilOpen } from '../../interfaces/http/queue-requests-until-open'
import { startHttpServer, type ListenAddress } from '../../interfaces/http/start-http-server'
import { listenAddress, operatorListenAddress } from './listen-address'

/** The ports of a service: that of callers, and one for operators if the options name it. */
export interface ListeningPorts {
  readonly url: string
  /** Requests wait until this is called. `forOperators` answers at the port of operators. */
  readonly answerWith: (forCallers: RequestListener, forOperators: RequestListener) => void
  /** Accepts no more connections, and finishes the requests that run or arrive. */
  readonly close: () => Promise<void>
}

const openPort = async (address: ListenAddress) => {
  const { handle, answerWith } = queueRequestsUntilOpen()
  return { ...(await startHttpServer(handle, address)), answerWith }
}

/** Opens the ports. Rejects with Node's own error when one cannot be listened on; then none stays open. */
export const listenOnServicePorts = async (options: ServeOptions): Promise<ListeningPorts> => {
  const ofOperators = operatorListenAddress(options)
  const callers = await openPort(listenAddress(options))
  try {
    const operators = ofOperators === undefined ? undefined : await openPort(ofOperators)
    return {
      url: callers.url,
      answerWith: (forCallers, forOperators) => {
        callers.answerWith(forCallers)
        operators?.answerWith(forOperators)
      },
      close: async () => {
        await Promise.all([callers.close(), operators?.close()])
      },
    }
  } catch (error) {
    await callers.close()
    throw error
  }
}
