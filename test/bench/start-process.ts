import { fork } from 'node:child_process'

/** A process of a bench, which answers each message with one message. */
export interface BenchProcess {
  readonly ask: <A>(question: string | object) => Promise<A>
  /** Ends the process, which notices that nobody listens. */
  readonly stop: () => void
}

/** Starts a process. `file`: the compiled file that it runs. */
export const startProcess = (file: string): BenchProcess => {
  const child = fork(file)
  const nextMessage = <A>(): Promise<A> =>
    new Promise((resolve, reject) => {
      const end = () => reject(new Error(`${file} ended without an answer`))
      child.once('exit', end)
      child.once('message', (answer) => {
        child.off('exit', end)
        resolve(answer as A)
      })
    })
  return {
    ask: <A>(question: string | object) => {
      const answered = nextMessage<A>()
      child.send(question)
      return answered
    },
    stop: () => (child.connected ? child.disconnect() : undefined),
  }
}
