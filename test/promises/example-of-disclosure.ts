import { handleCommand } from '../../domain/command-handling/handle-command'
import { disclosureAggregate } from '../../domain/disclosure/disclosure-aggregate'
import type { Day } from '../../domain/values/day'
import type { DisclosureId } from '../../domain/values/ids'
import type { Month } from '../../domain/values/month'
import { registerBorrowerByHttp } from '../adapters/interfaces/http/http-steps'
import { numberedUuid } from '../fixtures/numbered-uuid'
import { rightOrThrow } from '../fixtures/right-or-throw'
import type { ExampleOfData } from './example-of-data'
import { canary } from './lending-steps'

/** A disclosure of nearly five years ago. */
export const ofDisclosure: ExampleOfData = {
  make: async (library) => {
    const borrower = await registerBorrowerByHttp(library)
    const disclosure = numberedUuid(900) as DisclosureId
    const { commandHandling } = library.runningLibrary.useCaseDependencies
    const recorded = await handleCommand(commandHandling)(disclosureAggregate)(disclosure)({
      ...{ type: 'RecordDisclosure', disclosure, madeIn: '2021-01' as Month },
      ...{ recipient: canary, basis: 'Aftale', caseNumber: '2021-17' },
    })()
    rightOrThrow(recorded)
    return { borrower, shown: canary, about: disclosure }
  },
  shownAt: ['/disclosures'],
  notShownAt: ['/streams/circulation/disclosure-{disclosure}'],
  end: () => Promise.resolve(),
  lastDay: '2026-01-31' as Day,
  goneOn: '2026-02-01' as Day,
}
