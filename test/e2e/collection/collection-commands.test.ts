import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import type { CliCommand } from '../../../adapters/interfaces/cli/cli-command'
import {
  confirmCollectionFileCommand,
  makeCollectionFileCommand,
} from '../../../adapters/interfaces/cli/commands/collection-commands'
import { exitCode } from '../../../adapters/interfaces/cli/exit-code'
import type { ServedLibrary } from '../../adapters/interfaces/http/with-http-server'
import { collectOutput } from '../../adapters/interfaces/cli/collect-output'
import { withTemporaryFolder } from '../../fixtures/running-library'
import { decryptFile, feesOf, feeToCollect, withCollector } from './collection-steps'

const run = async ({ runningLibrary }: ServedLibrary, command: CliCommand) => {
  const output = collectOutput()
  const code = await command(() => Promise.resolve(E.right(runningLibrary)), output)
  return { code, output }
}

describe('the commands of collection', () => {
  it(
    'write an encrypted file that its owner alone can read, and pass its debts on when it is confirmed',
    withCollector((library) =>
      withTemporaryFolder(async (data) => {
        const folder = path.dirname(data)
        const { borrower, fee } = await feeToCollect(library)
        const commandLine = { cwd: folder, json: true, data: folder, servers: {} }
        const place = path.join(folder, 'debts.jwe')
        const made = await run(library, makeCollectionFileCommand(commandLine, 'debts.jwe'))
        expect(made.code).toBe(exitCode.done)
        const file = await decryptFile(readFileSync(place, 'utf8'))
        expect(file.debts).toMatchObject([{ reference: fee }])
        expect(statSync(place).mode & 0o777).toBe(0o600)
        const confirmed = await run(library, confirmCollectionFileCommand(commandLine, file.file))
        expect(confirmed.output.lines.map((line) => JSON.parse(line))).toEqual([{ file: file.file, passedOn: 1 }])
        expect(await feesOf(library, borrower)).toMatchObject([{ collection: 'passedOn' }])
        expect((await run(library, makeCollectionFileCommand(commandLine, 'more.jwe'))).code).toBe(exitCode.refused)
        expect(existsSync(path.join(folder, 'more.jwe'))).toBe(false)
      }),
    ),
  )

  it(
    'overwrite nothing, and select nothing when the file cannot be written',
    withCollector((library) =>
      withTemporaryFolder(async (data) => {
        const folder = path.dirname(data)
        const { borrower } = await feeToCollect(library)
        writeFileSync(path.join(folder, 'taken'), 'something else')
        const { code } = await run(
          library,
          makeCollectionFileCommand({ cwd: folder, json: false, data: folder, servers: {} }, 'taken'),
        )
        expect(code).toBe(exitCode.refused)
        expect(readFileSync(path.join(folder, 'taken'), 'utf8')).toBe('something else')
        expect(await feesOf(library, borrower)).toMatchObject([{ collection: 'noticeSent' }])
      }),
    ),
  )
})
