import { expectRollFinishedAfterKill } from '../processes/killed-roll'
import { withServiceProcesses } from '../processes/with-service-processes'

/** The short form is in test/processes/rolling-processes.test.ts. */
withServiceProcesses(({ server, serveByTwoProcesses }) => {
  describe('a service process that is killed while it rolls the epoch', () => {
    it.each(Array.from({ length: 5 }, () => ['begun', 'moved', 'retired']).flat())(
      'in the step "%s" leaves the roll to the other process, which loses no key',
      (step) => serveByTwoProcesses((library) => expectRollFinishedAfterKill(library, server(), step)),
    )
  })
})
