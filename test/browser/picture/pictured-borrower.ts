import { registerDemoBorrower } from '../../../adapters/imports/demo/add-demo-copies-and-borrowers'
import type { DemoBorrower } from '../../../adapters/imports/demo/demo-borrowers'
import { demoMainBranch, exampleCopy } from '../../../adapters/imports/demo/demo-copies'
import { payFeesOfDemoBorrower } from '../../../adapters/imports/demo/demo-fee-steps'
import { demoStepOrThrow } from '../../../adapters/imports/demo/demo-step-or-throw'
import {
  demoCommandMetadata,
  idOfDemoBorrower,
  lendDemoCopy,
  reserveDemoTitle,
  returnDemoCopy,
} from '../../../adapters/imports/demo/run-use-cases-in-demo'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { changeCopy } from '../../../domain/use-cases/change-copy'
import { registerBorrower } from '../../../domain/use-cases/register-borrower'
import type { Day } from '../../../domain/values/day'
import type { BorrowerId, MunicipalityCode } from '../../../domain/values/ids'
import { staffUser, type ServedLibrary } from '../../adapters/interfaces/http/with-http-server'

/** The first day of the library. */
export const firstDayOfPicture = '2026-03-02' as Day

const inventedBorrower = (name: string, place: number): DemoBorrower => ({
  person: {
    ...{ number: String(204_518 + place), cpr: null, name, birthDate: '1980-05-01' as Day, group: 'adult' },
    ...{ municipality: '851' as MunicipalityCode, homeBranch: demoMainBranch, language: 'en' },
  },
  card: String(2_000_001_234 + place),
  email: `${name.slice(0, 2).toLowerCase()}@example.org`,
})

const [ann, bo] = [inventedBorrower('Ann Example', 0), inventedBorrower('Bo Example', 1)]

const fallOfTheKing = exampleCopy(60, 'The Fall of the King', 'Johannes V. Jensen')
const luckyPer = exampleCopy(61, 'Lucky Per', 'Henrik Pontoppidan')
const smilla = exampleCopy(62, 'Smilla’s Sense of Snow', 'Peter Høeg')
const feast = exampleCopy(63, 'Babette’s Feast', 'Karen Blixen')

const begin = async ({ runningLibrary: library }: ServedLibrary): Promise<void> => {
  for (const copy of [fallOfTheKing, luckyPer, smilla, feast])
    demoStepOrThrow(
      await changeCopy(library.useCaseDependencies)(copy.copy, demoCommandMetadata(library))({
        type: 'Acquire',
        ...copy,
      })(),
    )
  for (const borrower of [ann, bo]) await registerDemoBorrower(library, registerBorrower)(borrower)
}

/** Staff look at the record of Ann. */
const lookAtRecord = async ({ runningLibrary: library, send }: ServedLibrary): Promise<void> => {
  const body = { reason: 'Asked at the desk for the due day' }
  await send('POST', `/borrowers/${idOfDemoBorrower(library, ann)}/openings`, { as: staffUser, body })
}

type Step = (served: ServedLibrary) => Promise<void>

const inLibrary =
  (step: (library: RunningLibrary) => Promise<void>): Step =>
  ({ runningLibrary }) =>
    step(runningLibrary)

/** What happens on which day: one loan is over, one was late and its fee is paid, one runs, and a title is reserved. */
const steps: ReadonlyArray<readonly [day: Day, step: Step]> = [
  ['2026-03-02' as Day, begin],
  ['2026-03-03' as Day, inLibrary((library) => lendDemoCopy(library, fallOfTheKing, ann))],
  ['2026-03-09' as Day, inLibrary((library) => lendDemoCopy(library, luckyPer, ann))],
  ['2026-03-20' as Day, inLibrary((library) => returnDemoCopy(library, fallOfTheKing))],
  ['2026-03-24' as Day, inLibrary((library) => lendDemoCopy(library, feast, bo))],
  ['2026-03-26' as Day, inLibrary((library) => lendDemoCopy(library, smilla, ann))],
  ['2026-04-01' as Day, inLibrary((library) => reserveDemoTitle(library, feast, ann, demoMainBranch))],
  ['2026-04-10' as Day, inLibrary((library) => returnDemoCopy(library, luckyPer))],
  ['2026-04-13' as Day, inLibrary((library) => payFeesOfDemoBorrower(library, ann))],
  ['2026-04-14' as Day, lookAtRecord],
  ['2026-04-15' as Day, () => Promise.resolve()],
]

/** Runs a month and a half in the life of an invented borrower, the same each time but for ids. Answers the borrower. */
export const prepareBorrowerOfPicture = async (served: ServedLibrary): Promise<{ readonly borrower: BorrowerId }> => {
  const { runningLibrary: library } = served
  for (const [day, step] of steps) {
    demoStepOrThrow(await library.clock.moveTo(day, () => undefined)())
    demoStepOrThrow(await library.catchUpReadModels())
    await step(served)
    demoStepOrThrow(await library.useCaseDependencies.waitForReactions())
  }
  demoStepOrThrow(await library.catchUpReadModels())
  return { borrower: idOfDemoBorrower(library, ann) }
}
