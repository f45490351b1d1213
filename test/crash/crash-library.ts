import type { OpenRunningLibraryOptions } from '../../adapters/composition/open-running-library-options'
import type { RunningLibrary } from '../../adapters/processes/running-library/running-library'
import { changeCopy } from '../../domain/use-cases/change-copy'
import { unkeyedOrigin } from '../../domain/use-cases/command-metadata'
import { registerBorrower } from '../../domain/use-cases/register-borrower'
import type { ContactDetails } from '../../domain/borrower/contact-details'
import type { PersonalDetails } from '../../domain/borrower/personal-details'
import type { BranchId, CopyId, TitleId } from '../../domain/values/ids'
import { oreFromKroner } from '../../domain/values/ore'
import { defaultLibraryPolicy, type Policy } from '../../domain/policy/policy'
import { samePolicyEachDay } from '../../domain/policy/policy-by-day'
import { rightOrThrow } from '../fixtures/right-or-throw'
import { openingDay } from '../fixtures/running-library'

export const crashBranch = 'DK-785100' as BranchId
export const emptyContact: ContactDetails = {
  careOf: null,
  address: null,
  phones: [],
  mobileForNotices: null,
  emails: [],
  emailForNotices: null,
}

const indexes = (count: number): ReadonlyArray<number> => Array.from({ length: count }, (_, index) => index)

export const crashTitles: ReadonlyArray<TitleId> = indexes(8).map((index) => String(50_000_000 + index) as TitleId)
export const crashCopies: ReadonlyArray<CopyId> = indexes(64).map((index) => String(3_000_000_000 + index) as CopyId)

/** A person without a real name, whose borrower number is the card number. */
export const personWithCard = (card: string): PersonalDetails => ({
  number: card,
  cpr: null,
  name: `Nobody ${card}`,
  birthDate: null,
  group: 'adult',
  municipality: null,
  homeBranch: crashBranch,
  language: 'da',
})

const twoDays = { adult: 2, child: 2, staff: 2, institution: 2 }

/** Loans of two days, and bills after six days, so that returns are late and copies lost within a short simulated time. */
export const shortPeriodsPolicy: Policy = {
  ...defaultLibraryPolicy,
  loanPeriods: {
    ...defaultLibraryPolicy.loanPeriods,
    days: { ...defaultLibraryPolicy.loanPeriods.days, standard: twoDays },
  },
  billedAfterDays: 6,
}

export const openOptionsWithAlarm = (alarm: (kind: string) => void): OpenRunningLibraryOptions => ({
  make: { clock: 'simulated', demo: true },
  startOn: openingDay,
  production: false,
  policy: samePolicyEachDay(shortPeriodsPolicy),
  alarm,
})

const acquire = (system: RunningLibrary) => async (copy: CopyId, index: number) =>
  rightOrThrow(
    await changeCopy(system.useCaseDependencies)(copy, {
      at: system.useCaseDependencies.commandHandling.clock.now(),
      origin: unkeyedOrigin,
    })({
      type: 'Acquire',
      copy,
      title: crashTitles[index % crashTitles.length] as TitleId,
      branch: crashBranch,
      group: 'standard',
      ageLimit: null,
      price: oreFromKroner(100),
      name: `Title ${String(index % crashTitles.length)}`,
      author: null,
    })(),
  )

const registerNobody = (system: RunningLibrary) => async (index: number) => {
  const card = `F-${String(index)}`
  const at = system.useCaseDependencies.commandHandling.clock.now()
  const cardShown = { number: card, pin: null }
  rightOrThrow(
    await registerBorrower(system.useCaseDependencies)({
      person: personWithCard(card),
      contactDetails: emptyContact,
      presentedCard: cardShown,
      at,
      origin: unkeyedOrigin,
    })(),
  )
}

/** Adds 64 copies of 8 titles, and 24 borrowers. */
export const addCopiesAndBorrowers = async (system: RunningLibrary): Promise<void> => {
  await Promise.all(crashCopies.map(acquire(system)))
  await Promise.all(indexes(24).map(registerNobody(system)))
}
