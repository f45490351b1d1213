import { workerData } from 'node:worker_threads'
import type * as E from 'fp-ts/Either'
import type { StoreUnavailable } from '../../../../domain/ports/event-store'
import type {
  WriterAnswerOf,
  WriterProtocol,
  WriterRequestBatch,
  WriterRequestOf,
  WriterMessage,
  WriterThreadStartData,
} from './writer-thread-messages'

/** The operations of a thread that works for another one. Each may take several steps. */
export interface AsyncThreadOperations<P extends WriterProtocol> {
  readonly operations: {
    readonly [Name in keyof P]: (
      request: WriterRequestOf<P, Name>,
      bytes: Uint8Array,
    ) => Promise<E.Either<StoreUnavailable, WriterAnswerOf<P, Name>>>
  }
  readonly close: () => Promise<void>
}

/**
 * Runs on its own thread until it receives `close`: answers requests one after the other, in their order. The bytes that
 * it received are then overwritten with zeros. An operation must not reject. Resolves when the thread has ended its work.
 */
export const serveThreadRequestsAsynchronously = <Options, P extends WriterProtocol>(
  open: (options: Options) => AsyncThreadOperations<P>,
): Promise<void> => {
  const { options, port } = workerData as WriterThreadStartData<Options>
  const { operations, close } = open(options)
  const answerAll = async ({ requests, bytes }: WriterRequestBatch<P>): Promise<void> => {
    const answers: Array<E.Either<StoreUnavailable, WriterAnswerOf<P, keyof P>>> = []
    for (const [name, request] of requests) answers.push(await operations[name](request, bytes))
    port.postMessage(answers)
    bytes.fill(0)
  }
  return new Promise((resolve) => {
    let last: Promise<void> = Promise.resolve()
    const end = async (): Promise<void> => {
      await close()
      port.close()
      resolve()
    }
    port.on('message', (message: WriterMessage<P>) => {
      last = last.then(() => (message === 'close' ? end() : answerAll(message)))
    })
  })
}
