import type { Duplex } from 'node:stream'
import * as E from 'fp-ts/Either'
import { encodeFrames, createModuleFrameReader, type HardwareModuleFrame } from './module-frames'
import {
  hardwareModuleOperationCodes,
  moduleRequestOutcomes,
  type ModuleStartMessage,
  type HardwareModuleOperation,
} from './module-messages'
import type { HardwareModuleSettings } from './hardware-module-settings'
import { startModuleProcess } from './start-module-process'

/** The module refused a request, with the name of its error. */
export interface CryptographicModuleRefused {
  readonly _tag: 'Refused'
  readonly name: string
}

/** The module cannot be used at present. */
export interface ModuleUnavailable {
  readonly _tag: 'Away'
  readonly reason: string
}

export type ModuleFailure = CryptographicModuleRefused | ModuleUnavailable

/** A process that uses the module. */
export interface Pkcs11ModuleConnection {
  readonly greeting: Promise<ModuleStartMessage>
  readonly request: (
    operation: HardwareModuleOperation,
    fields: ReadonlyArray<Uint8Array>,
  ) => Promise<E.Either<ModuleFailure, Uint8Array>>
  readonly isOpen: () => boolean
  /** Ends the process, also while the module does not answer. */
  readonly end: () => Promise<void>
}

/** Ms. A module that has not answered for so long is taken for away. */
const longestAnswer = 10_000

/** The number of a request takes 4 bytes. */
const mostRequests = 0xffff_ffff

const away = (reason: string): E.Either<ModuleUnavailable, never> => E.left({ _tag: 'Away', reason })
const ended = away('the process that uses the module has ended')
const silent = away(`the module has not answered for ${longestAnswer / 1000} s`)

type Answer = E.Either<ModuleFailure, Uint8Array>

const answerOf = ({ kind, fields: [bytes = Buffer.alloc(0)] }: HardwareModuleFrame): Answer =>
  kind === moduleRequestOutcomes.done
    ? E.right(bytes)
    : E.left({ _tag: 'Refused', name: Buffer.from(bytes).toString('utf8') })

const greetingOf = (answer: Answer): ModuleStartMessage => {
  if (E.isRight(answer)) return JSON.parse(Buffer.from(answer.right).toString('utf8')) as ModuleStartMessage
  const reason = answer.left._tag === 'Away' ? answer.left.reason : answer.left.name
  return { _tag: 'Problem', reason, isWrongPin: false }
}

interface Waiting {
  readonly resolve: (answer: Answer) => void
  readonly since: number
}

/**
 * Starts a process that connects to the token, and sends it requests. Requests of one turn of the event loop are sent
 * together. It keeps this process alive only while a request waits for its answer.
 */
export const startPkcs11ModuleConnection = (module: HardwareModuleSettings): Pkcs11ModuleConnection => {
  const child = startModuleProcess(JSON.stringify(module))
  const channel = child.stdio[3] as Duplex & { readonly ref: () => void; readonly unref: () => void }
  const waiting = new Map<number, Waiting>()
  let requests: HardwareModuleFrame[] = []
  let newest = 0
  let isOpen = true

  const add = (id: number): Promise<Answer> =>
    new Promise((resolve) => {
      if (waiting.size === 0) for (const held of [child, channel]) held.ref()
      waiting.set(id, { resolve, since: performance.now() })
    })
  const settle = (id: number, answer: Answer): void => {
    waiting.get(id)?.resolve(answer)
    waiting.delete(id)
    if (waiting.size === 0) for (const held of [child, channel]) held.unref()
  }
  const fail = (failure: E.Either<ModuleUnavailable, never>): void => {
    isOpen = false
    clearInterval(watch)
    for (const id of [...waiting.keys()]) settle(id, failure)
  }
  const send = (): void => {
    const bytes = encodeFrames(requests)
    requests = []
    channel.write(bytes, () => bytes.fill(0))
  }
  const watch = setInterval(() => {
    const [oldest] = waiting.values()
    if (oldest === undefined || performance.now() - oldest.since < longestAnswer) return
    child.kill('SIGKILL')
    fail(silent)
  }, 1000).unref()

  const read = createModuleFrameReader()
  channel.on('data', (chunk: Buffer) => {
    for (const frame of read(chunk)) settle(frame.id, answerOf(frame))
  })
  channel.on('error', () => fail(ended))
  channel.on('close', () => fail(ended))
  child.on('error', () => fail(ended))
  const gone = new Promise<void>((resolve) => {
    for (const event of ['exit', 'error'] as const)
      child.once(event, () => {
        fail(ended)
        resolve()
      })
  })
  return {
    greeting: add(0).then(greetingOf),
    request: (operation, fields) => {
      if (!isOpen) return Promise.resolve(ended)
      newest = (newest % mostRequests) + 1
      if (requests.push({ id: newest, kind: hardwareModuleOperationCodes[operation], fields }) === 1)
        process.nextTick(send)
      return add(newest)
    },
    isOpen: () => isOpen,
    end: () => {
      if (child.exitCode === null) child.kill('SIGKILL')
      fail(ended)
      child.ref()
      return gone
    },
  }
}
