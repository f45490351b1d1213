import { execFile } from 'node:child_process'
import { compiledProject } from '../crash/compiled-project'
import { openLibraryIn, withTemporaryFolder } from '../fixtures/running-library'

/** The packages of the HTTP server and of the clients of servers: most of the time and memory of a start. */
const largePackages = ['express', 'pg', '@eventstore/db-client', '@grpc/grpc-js', 'prom-client', '@opentelemetry/api']

const runAndListFiles = `
process.on('exit', () => console.log('LOADED ' + JSON.stringify(Object.keys(require.cache))))
require(process.argv[1])`

/** Runs a command line in a process of its own. Answers the large packages that it has loaded. */
const loadedBy = async (...argv: ReadonlyArray<string>): Promise<ReadonlyArray<string>> => {
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, ['-e', runAndListFiles, compiledProject.main, ...argv], (_error, stdout) =>
      resolve(stdout),
    )
  })
  const files = JSON.parse(/LOADED (.*)/.exec(output)?.[1] ?? '') as ReadonlyArray<string>
  return largePackages.filter((name) => files.some((file) => file.includes(`/node_modules/${name}/`)))
}

describe('a command', () => {
  it('loads neither the HTTP server nor the clients of servers, unless it serves or uses them', () =>
    withTemporaryFolder(async (folder) => {
      await (await openLibraryIn(folder)).close()
      expect(await loadedBy('--help')).toEqual([])
      expect(await loadedBy('--data', folder, 'retention', 'status')).toEqual([])
      expect(await loadedBy('--data', folder, 'import', 'loans', 'no-such-file.csv')).toEqual([])
      expect(await loadedBy('grant', '--service', 'a', '--auditor', 'b')).toContain('pg')
    }))
})
