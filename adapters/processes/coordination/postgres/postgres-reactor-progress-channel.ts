import type { Pool } from 'pg'
import type { Position } from '../../../../domain/ports/event-store'
import { listenForAppends } from '../../../stores/eventstore/postgres/listen-for-appends'
import { delay } from '../../../system/concurrency/delay'
import type { ReactorProgressChannel, ReactorProgress } from '../reactor-progress-channel'

/** The least ms between two notifications of a process: the server delivers notifications one after another. */
const notificationInterval = 5

const channel = 'glemsom_reactors'
const notify = { name: 'publish-progress', text: 'SELECT pg_notify($1, $2)' }

const payloadPattern = /^([^\n]+)\n([^\n]+)\n([^\n]*)$/

const encode = (reactor: string, { passed, lastReaction }: ReactorProgress): string =>
  `${reactor}\n${passed}\n${lastReaction ?? ''}`

const decode = (payload: string): readonly [string, ReactorProgress] | undefined => {
  const [, reactor, passed, lastReaction] = payloadPattern.exec(payload) ?? []
  if (reactor === undefined) return undefined
  return [
    reactor,
    { passed: passed as Position, lastReaction: lastReaction === '' ? undefined : (lastReaction as Position) },
  ]
}

/** Sends the latest progress of each reactor, one notification at a time. A notification that fails is lost. */
const createPublisher = (pool: Pool): ReactorProgressChannel['publish'] => {
  const unsent = new Map<string, ReactorProgress>()
  let isSending = false
  const sendAll = async (): Promise<void> => {
    isSending = true
    for (let next = unsent.entries().next(); !next.done; next = unsent.entries().next()) {
      const [reactor, progress] = next.value
      unsent.delete(reactor)
      await pool.query({ ...notify, values: [channel, encode(reactor, progress)] }).catch(() => undefined)
      await delay(notificationInterval)
    }
    isSending = false
  }
  return (reactor, progress) => {
    unsent.set(reactor, progress)
    if (!isSending) void sendAll()
  }
}

/** A progress channel over the notifications of a PostgreSQL database. It carries positions of circulation only. */
export const createPostgresReactorProgressChannel = (
  pool: Pool,
  url: string,
): ReactorProgressChannel & { readonly close: () => Promise<void> } => {
  const receivers = new Map<string, (progress: ReactorProgress) => void>()
  const listener = listenForAppends(channel)(url, (payload) => {
    const received = payload === undefined ? undefined : decode(payload)
    if (received !== undefined) receivers.get(received[0])?.(received[1])
  })
  return {
    publish: createPublisher(pool),
    subscribe: (reactor, receive) => void receivers.set(reactor, receive),
    close: listener.close,
  }
}
