import type { OpenOptions } from '../../adapters/composition/open-system'
import type { System } from '../../adapters/processes/running/system'
import { tendCopy } from '../../domain/use-cases/copy'
import { once } from '../../domain/use-cases/origin'
import { register } from '../../domain/use-cases/register'
import type { Contact } from '../../domain/borrower/contact'
import type { Person } from '../../domain/borrower/person'
import type { BranchId, CopyId, TitleId } from '../../domain/values/ids'
import { kroner } from '../../domain/values/ore'
import { defaultPolicy, type Policy } from '../../domain/policy/policy'
import { right } from '../fixtures/right'
import { openingDay } from '../fixtures/system'

export const branch = 'DK-785100' as BranchId
export const details: Contact = { careOf: null, address: null, phones: [], mobileForNotices: null, email: null }

const numbered = (count: number): ReadonlyArray<number> => Array.from({ length: count }, (_, index) => index)

export const titles: ReadonlyArray<TitleId> = numbered(8).map((index) => String(50_000_000 + index) as TitleId)
export const copies: ReadonlyArray<CopyId> = numbered(64).map((index) => String(3_000_000_000 + index) as CopyId)

/** Everybody's name says that it is nobody's; the card's number is the borrower's number too. */
export const personOf = (card: string): Person => ({
  number: card,
  cpr: null,
  name: `Nobody ${card}`,
  birthDate: null,
  group: 'adult',
  municipality: null,
  homeBranch: branch,
  language: 'da',
})

const twoDays = { adult: 2, child: 2, staff: 2, institution: 2 }

/** Loans of two days, and bills after six: returns are late and copies lost within a short simulated time. */
export const hurried: Policy = {
  ...defaultPolicy,
  loanPeriods: { ...defaultPolicy.loanPeriods, days: { ...defaultPolicy.loanPeriods.days, standard: twoDays } },
  billedAfterDays: 6,
}

export const optionsWith = (alarm: (kind: string) => void): OpenOptions => ({
  make: { clock: 'simulated', demo: true },
  startOn: openingDay,
  production: false,
  policy: hurried,
  alarm,
})

const acquire = (system: System) => async (copy: CopyId, index: number) =>
  right(
    await tendCopy(system.library)(copy, { at: system.library.desk.clock.now(), origin: once })({
      type: 'Acquire',
      copy,
      title: titles[index % titles.length] as TitleId,
      branch,
      group: 'standard',
      ageLimit: null,
      price: kroner(100),
      name: `Title ${String(index % titles.length)}`,
      author: null,
    })(),
  )

const enrol = (system: System) => async (index: number) => {
  const card = `F-${String(index)}`
  const at = system.library.desk.clock.now()
  const cardShown = { number: card, pin: null }
  right(await register(system.library)({ person: personOf(card), details, cardShown, at, origin: once })())
}

/** A library of 64 copies of 8 titles, and 24 borrowers. */
export const furnish = async (system: System): Promise<void> => {
  await Promise.all(copies.map(acquire(system)))
  await Promise.all(numbered(24).map(enrol(system)))
}
