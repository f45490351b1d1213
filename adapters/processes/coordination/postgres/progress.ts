import type { Pool } from 'pg'
import type { Position } from '../../../../domain/ports/event-store'
import { listen } from '../../../stores/eventstore/postgres/listener'
import { pause } from '../../../system/concurrency/pause'
import type { ProgressChannel, ReactorProgress } from '../progress'

/** The shortest time between two notifications of a process, in ms: the server sends them one after another. */
const betweenNotifications = 5

const channel = 'glemsom_reactors'
const notify = { name: 'publish-progress', text: 'SELECT pg_notify($1, $2)' }

const form = /^([^\n]+)\n([^\n]+)\n([^\n]*)$/

const encode = (reactor: string, { passed, followed }: ReactorProgress): string =>
  `${reactor}\n${passed}\n${followed ?? ''}`

const decode = (payload: string): readonly [string, ReactorProgress] | undefined => {
  const [, reactor, passed, followed] = form.exec(payload) ?? []
  if (reactor === undefined) return undefined
  return [reactor, { passed: passed as Position, followed: followed === '' ? undefined : (followed as Position) }]
}

/** Sends the newest progress of each reactor, one notification at a time. A notification that fails is lost. */
const publisher = (pool: Pool): ProgressChannel['publish'] => {
  const unsent = new Map<string, ReactorProgress>()
  let isSending = false
  const sendAll = async (): Promise<void> => {
    isSending = true
    for (let next = unsent.entries().next(); !next.done; next = unsent.entries().next()) {
      const [reactor, progress] = next.value
      unsent.delete(reactor)
      await pool.query({ ...notify, values: [channel, encode(reactor, progress)] }).catch(() => undefined)
      await pause(betweenNotifications)
    }
    isSending = false
  }
  return (reactor, progress) => {
    unsent.set(reactor, progress)
    if (!isSending) void sendAll()
  }
}

/** A channel over the notifications of a PostgreSQL database. Only positions of circulation pass through it. */
export const postgresProgressChannel = (
  pool: Pool,
  url: string,
): ProgressChannel & { readonly close: () => Promise<void> } => {
  const receivers = new Map<string, (progress: ReactorProgress) => void>()
  const listener = listen(channel)(url, (payload) => {
    const received = payload === undefined ? undefined : decode(payload)
    if (received !== undefined) receivers.get(received[0])?.(received[1])
  })
  return {
    publish: publisher(pool),
    subscribe: (reactor, receive) => void receivers.set(reactor, receive),
    close: listener.close,
  }
}
