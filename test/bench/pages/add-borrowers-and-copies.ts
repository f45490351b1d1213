import { demoHarbourBranch, demoMainBranch } from '../../../adapters/imports/demo/demo-copies'
import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import { changeCopy } from '../../../domain/use-cases/change-copy'
import { unkeyedOrigin } from '../../../domain/use-cases/command-metadata'
import { registerBorrower } from '../../../domain/use-cases/register-borrower'
import type { Day } from '../../../domain/values/day'
import type { BorrowerId, BranchId, CopyId, MunicipalityCode, TitleId } from '../../../domain/values/ids'
import { oreFromKroner } from '../../../domain/values/ore'
import { rightOrThrow } from '../../fixtures/right-or-throw'
import { runWithCallers } from '../lend/run-with-callers'

/** A copy that was added. */
export interface AddedCopy {
  readonly copy: CopyId
  readonly title: TitleId
  readonly branch: BranchId
}

export const concurrentCallers = 64

const firstNames = ['Asta', 'Bertil', 'Clara', 'Ditte', 'Emil', 'Frida', 'Gorm', 'Hanne', 'Ib', 'Johanne']
const lastNames = ['Ager', 'Bæk', 'Dam', 'Eng', 'Fjord', 'Græs', 'Høj', 'Kær', 'Lund', 'Mark', 'Skov']
const nouns = ['Haven', 'Skoven', 'Havet', 'Byen', 'Natten', 'Vinteren', 'Rejsen', 'Huset', 'Broen', 'Øen']

const pick = (texts: ReadonlyArray<string>, index: number): string => texts[index % texts.length] ?? ''

export const currentMetadata = ({ useCaseDependencies }: RunningLibrary) => ({
  at: useCaseDependencies.commandHandling.clock.now(),
  origin: unkeyedOrigin,
})

const branchOf = (index: number): BranchId => (index % 3 === 2 ? demoHarbourBranch : demoMainBranch)

/** Invented details. Every 20th borrower has no e-mail. */
const registrationOf = (index: number) => {
  const number = String(1_000_000 + index)
  const emails = index % 20 === 19 ? [] : [`b${number}@example.org`]
  return {
    person: {
      ...{ number, cpr: null, name: `${pick(firstNames, index)} ${pick(lastNames, index)} ${number}` },
      ...({ birthDate: `${String(1950 + (index % 50))}-03-14` as Day, group: 'adult', language: 'da' } as const),
      ...{ municipality: '851' as MunicipalityCode, homeBranch: branchOf(index) },
    },
    contactDetails: {
      ...{ careOf: null, address: null, phones: [], mobileForNotices: null },
      ...{ emails, emailForNotices: emails[0] ?? null },
    },
    verifiedEmails: emails,
    presentedCard: { number: String(2_100_000_000 + index), pin: null },
  }
}

const indices = (count: number): ReadonlyArray<number> => Array.from({ length: count }, (_, index) => index)

/** Registers borrowers, whose order is that in which they were registered. */
export const addBorrowers = async (library: RunningLibrary, count: number): Promise<ReadonlyArray<BorrowerId>> => {
  const added: BorrowerId[] = []
  await runWithCallers(concurrentCallers)(indices(count), async (index) => {
    const request = { ...registrationOf(index), ...currentMetadata(library) }
    added.push(rightOrThrow(await registerBorrower(library.useCaseDependencies)(request)()).borrower)
  })
  return added
}

/** Acquires copies, two of each title. The first `short` of them are lent for seven days. */
export const addCopies = async (
  library: RunningLibrary,
  count: number,
  short: number,
): Promise<ReadonlyArray<AddedCopy>> => {
  const copies = indices(count).map((index) => ({
    copy: String(6_000_000_000 + index) as CopyId,
    title: String(60_000_000 + Math.floor(index / 2)) as TitleId,
    branch: branchOf(index),
  }))
  await runWithCallers(concurrentCallers)(copies, async (added) => {
    const number = Number(added.title) - 60_000_000
    const record = {
      ...{ name: `${pick(nouns, number)} og ${pick(nouns, Math.floor(number / 10)).toLowerCase()} ${String(number)}` },
      ...{
        author: `${pick(firstNames, number)} ${pick(lastNames, number)}`,
        ageLimit: null,
        price: oreFromKroner(200),
      },
      group: Number(added.copy) - 6_000_000_000 < short ? 'short-7' : 'standard',
    } as const
    const acquire = { type: 'Acquire', ...added, ...record } as const
    rightOrThrow(await changeCopy(library.useCaseDependencies)(added.copy, currentMetadata(library))(acquire)())
  })
  return copies
}
