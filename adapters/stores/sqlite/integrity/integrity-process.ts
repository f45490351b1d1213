import * as E from 'fp-ts/Either'
import { checkFileOnThread } from './check-file-on-thread'
import type { FileCheckProcessOutput } from './check-database-file'

// Runs in a process of its own: checks the file that the first argument names, and writes the answer as JSON. When the
// process that started it ends, its input ends, and it must not hold the file any longer.
// A signal to all processes of a terminal or a service does not end it: the process that started it decides that.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined)
process.stdin.resume().once('end', () => process.kill(process.pid, 'SIGKILL'))

void checkFileOnThread(process.argv[2] ?? '')().then((checked) => {
  const answer: FileCheckProcessOutput = checked._tag === 'Left' ? checked : E.right(checked.right ?? null)
  process.stdout.write(JSON.stringify(answer), () => process.stdin.destroy())
})
