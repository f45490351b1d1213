import * as TE from 'fp-ts/TaskEither'
import { createDatabaseFileCheckResults } from '../../../../adapters/processes/damage/database-file-check-results'
import { createProcessStatusCheck } from '../../../../adapters/composition/operations/check-health'
import { createFailingSystemPartRegistry } from '../../../../adapters/processes/failures/failing-system-part-registry'

const registry = () =>
  createFailingSystemPartRegistry(() => new Date(0), { began: () => undefined, ended: () => undefined })

describe('health', () => {
  it('looks up one key and counts none, so that nobody waits for it in a library with a million keys', async () => {
    const lookedUp: string[] = []
    const health = TE.right(undefined)
    const checkProcess = createProcessStatusCheck({
      stores: {
        logs: { circulation: { health }, persons: { health } },
        keyStore: { read: (scopes) => TE.fromIO(() => (lookedUp.push(...scopes), [])) },
      },
      failingParts: registry(),
      damagedEvents: { list: () => [] },
      fileChecks: createDatabaseFileCheckResults([]),
      logComparison: { list: () => [] },
      transparency: undefined,
      keyBackups: { status: () => null },
    })
    expect(await checkProcess()).toEqual({ live: true, ready: true })
    expect(lookedUp).toHaveLength(1)
  })
})
