import { Socket } from 'node:net'
import * as E from 'fp-ts/Either'
import { connectToken, moduleErrorName } from './connect-token'
import { encodeFrames, createModuleFrameReader, type HardwareModuleFrame } from './module-frames'
import { hardwareModuleOperationCodes, moduleRequestOutcomes, type ModuleStartMessage } from './module-messages'
import type { HardwareModuleSettings } from './hardware-module-settings'
import { createHardwareModuleKeyOperations } from './hardware-module-key-operations'

/**
 * A process of its own that uses the module: a module may wait for its device, or end the process that has loaded it.
 * It reads requests from the descriptor 3, and writes the answers there. It ends when that is closed. Its one argument
 * names the module and the token, in JSON.
 */
const channel = new Socket({ fd: 3 })

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value), 'utf8')

let unsent: HardwareModuleFrame[] = []

/** Writes the frames that wait, in one piece, and wipes them and the piece. */
const flush = (): void => {
  const bytes = encodeFrames(unsent)
  for (const { fields } of unsent) for (const field of fields) field.fill(0)
  unsent = []
  channel.write(bytes, () => bytes.fill(0))
}

/** Sends a frame, together with the others of this turn of the event loop. */
const send = (frame: HardwareModuleFrame): void => {
  if (unsent.push(frame) === 1) setImmediate(flush)
}

const greet = (greeting: ModuleStartMessage): void =>
  send({ id: 0, kind: moduleRequestOutcomes.done, fields: [json(greeting)] })

const answerWith =
  (keys: ReturnType<typeof createHardwareModuleKeyOperations>) =>
  async ({ kind, fields }: HardwareModuleFrame): Promise<Uint8Array> => {
    const [first = Buffer.alloc(0), second = Buffer.alloc(0), third = Buffer.alloc(0)] = fields
    const label = Buffer.from(first).toString('utf8')
    switch (kind) {
      case hardwareModuleOperationCodes.wrap:
        return keys.wrap(label, second, third)
      case hardwareModuleOperationCodes.unwrap:
        return keys.unwrap(label, second, third)
      case hardwareModuleOperationCodes.list:
        return json(await keys.list(label))
      case hardwareModuleOperationCodes.make:
        return json(await keys.make(label))
      case hardwareModuleOperationCodes.disable:
        return json(await keys.disable(label))
      case hardwareModuleOperationCodes.destroy:
        return json(await keys.destroy(label))
      default:
        throw new Error('CKR_FUNCTION_NOT_SUPPORTED')
    }
  }

const serve = (keys: ReturnType<typeof createHardwareModuleKeyOperations>): void => {
  const answer = answerWith(keys)
  const read = createModuleFrameReader()
  const answerFrame = async (frame: HardwareModuleFrame): Promise<void> => {
    try {
      send({ id: frame.id, kind: moduleRequestOutcomes.done, fields: [await answer(frame)] })
    } catch (error) {
      send({ id: frame.id, kind: moduleRequestOutcomes.refused, fields: [Buffer.from(moduleErrorName(error), 'utf8')] })
    } finally {
      for (const field of frame.fields) field.fill(0)
    }
  }
  channel.on('data', (chunk: Buffer) => {
    for (const frame of read(chunk)) void answerFrame(frame)
  })
}

// A signal to the whole group of processes is for the service: it ends this process when it has answered its requests.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)

const token = connectToken(JSON.parse(process.argv[2] ?? '{}') as HardwareModuleSettings)
channel.on('end', () => process.exit(0))
channel.on('error', () => process.exit(0))
if (E.isLeft(token)) {
  greet(token.left)
  channel.resume()
} else {
  serve(createHardwareModuleKeyOperations(token.right))
  greet({ _tag: 'Ready', token: token.right.identity })
}
