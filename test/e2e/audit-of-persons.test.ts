import { requestErasure } from '../../domain/use-cases/request-erasure'
import { addDays } from '../../domain/values/day'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { openingDay, withRunningLibrary } from '../fixtures/running-library'
import { acquireOneCopy, moveClockTo, nowOnce, registerNumberedBorrower } from './use-case-steps'

const ofPersons = ['borrower', 'contact', 'card', 'block']

/** What a list of living scopes says of *persons*: what is signed of that log, and its scopes. */
const personsIn = async ({ audit }: RunningLibrary) => {
  const { text } = rightOrThrow(await audit.livingScopes(() => undefined)())
  const [statement = '', _signature, ...scopes] = text.trimEnd().split('\n')
  const { persons } = JSON.parse(statement) as { readonly persons: unknown }
  return { persons, scopes: scopes.filter((line) => ofPersons.includes(line.split(' ')[1] ?? '')) }
}

describe('the lists of living scopes of one month', () => {
  it('say the same of persons on every day, whoever registers or is erased on request meanwhile', () =>
    withRunningLibrary(async (library) => {
      await acquireOneCopy(library)
      const ann = await registerNumberedBorrower(library, 1)
      await registerNumberedBorrower(library, 2)
      const midMonth = addDays(40)(openingDay)
      await moveClockTo(library, midMonth)
      const first = await personsIn(library)
      expect(first.scopes).toHaveLength(6)

      await registerNumberedBorrower(library, 3)
      rightOrThrow(await requestErasure(library.useCaseDependencies)({ borrower: ann, ...nowOnce(library) })())
      await moveClockTo(library, addDays(2)(midMonth))
      const certificatesOfPersons = rightOrThrow(await library.audit.completeness(() => undefined)())
      expect(certificatesOfPersons).toMatchObject({ isComplete: true, certificates: { checked: 0 } })
      expect(await personsIn(library)).toEqual(first)

      await moveClockTo(library, addDays(40)(midMonth))
      const next = await personsIn(library)
      expect(next.scopes).toHaveLength(6)
      expect(next.scopes.filter((line) => first.scopes.includes(line))).toHaveLength(3)
      const report = rightOrThrow(await library.audit.completeness(() => undefined)())
      expect(report).toMatchObject({
        isComplete: true,
        attestedEnds: [{ class: 'borrower', event: 'ErasureRequested', month: '2026-02', ends: 1 }],
      })
    }))
})
