import { stat } from 'node:fs/promises'
import * as E from 'fp-ts/Either'
import {
  startPkcs11ModuleConnection,
  type Pkcs11ModuleConnection,
  type ModuleFailure,
} from './pkcs11-module-connection'
import type { ModuleStartMessage, HardwareModuleOperation } from './module-messages'
import type { HardwareModuleSettings, Pkcs11TokenIdentity } from './hardware-module-settings'

/** Requests to the module, over one process after the other. */
export interface HardwareModuleClient {
  /** The token at the first connection. Away: why there is none. */
  readonly connect: () => Promise<E.Either<ModuleFailure, Pkcs11TokenIdentity>>
  readonly request: Pkcs11ModuleConnection['request']
  /** The next request begins with a new process, unless this one is less than a second old. */
  readonly reconnect: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Ms between the starts of two processes: while the module is away, most requests are refused at once. */
const betweenStarts = 1000

type Problem = Extract<ModuleStartMessage, { readonly _tag: 'Problem' }>

const changedAt = async (file: string): Promise<number | undefined> =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  )

const isSame = (one: Pkcs11TokenIdentity, other: Pkcs11TokenIdentity): boolean =>
  one.serialNumber === other.serialNumber && one.model === other.model && one.manufacturer === other.manufacturer

const anotherToken: Problem = {
  _tag: 'Problem',
  reason: 'the label that RING_TOKEN names belongs to another token than when this process was started',
  isWrongPin: false,
}

const endedTooSoon: Problem = {
  _tag: 'Problem',
  reason: 'the process that uses the module has ended',
  isWrongPin: false,
}

/**
 * Uses the module through a process of its own, which is started anew when it has ended, or does not answer. A PIN that
 * the token has not accepted is not tried again before its file has changed: a token locks itself after a few attempts.
 */
export const createHardwareModuleClient = (module: HardwareModuleSettings): HardwareModuleClient => {
  let connection: Pkcs11ModuleConnection | undefined
  let opening: Promise<E.Either<Problem, Pkcs11ModuleConnection>> | undefined
  let token: Pkcs11TokenIdentity | undefined
  let problem: Problem | undefined
  let startedAt = -Infinity
  let pinChangedAt: number | undefined
  let isClosed = false

  const isYoung = (): boolean => performance.now() - startedAt < betweenStarts
  const start = async (): Promise<E.Either<Problem, Pkcs11ModuleConnection>> => {
    const pinFileChangedAt = await changedAt(module.pinFile)
    const isSamePin = problem?.isWrongPin === true && pinChangedAt === pinFileChangedAt
    if (isSamePin || isYoung()) return E.left(problem ?? endedTooSoon)
    startedAt = performance.now()
    pinChangedAt = pinFileChangedAt
    const started = startPkcs11ModuleConnection(module)
    const greeting = await started.greeting
    const isOther = greeting._tag === 'Ready' && token !== undefined && !isSame(token, greeting.token)
    problem = isOther ? anotherToken : greeting._tag === 'Problem' ? greeting : undefined
    if (greeting._tag === 'Problem' || problem !== undefined || isClosed) {
      await started.end()
      return E.left(problem ?? anotherToken)
    }
    token = greeting.token
    connection = started
    return E.right(started)
  }
  const open = async (): Promise<E.Either<ModuleFailure, Pkcs11ModuleConnection>> => {
    if (isClosed) return E.left({ _tag: 'Away', reason: 'the ring is closed' })
    if (connection?.isOpen() === true) return E.right(connection)
    opening ??= start().finally(() => {
      opening = undefined
    })
    const opened = await opening
    return E.isLeft(opened) ? E.left({ _tag: 'Away', reason: opened.left.reason }) : opened
  }
  return {
    connect: async () => {
      const opened = await open()
      if (E.isLeft(opened)) return opened
      return token === undefined ? E.left({ _tag: 'Away', reason: 'the ring is closed' }) : E.right(token)
    },
    request: async (operation: HardwareModuleOperation, fields) => {
      const opened = await open()
      return E.isLeft(opened) ? opened : opened.right.request(operation, fields)
    },
    reconnect: async () => {
      if (!isYoung()) await connection?.end()
    },
    close: async () => {
      isClosed = true
      await connection?.end()
    },
  }
}
