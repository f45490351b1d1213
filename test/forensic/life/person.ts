import { createHash } from 'node:crypto'
import type { Registering } from '../../../domain/use-cases/register'
import type { Day } from '../../../domain/values/day'
import type { BranchId, MunicipalityCode } from '../../../domain/values/ids'

/** Somebody made up: what the library is told, and every text of it that is this person's alone. */
export interface MadeUp extends Pick<Registering, 'person' | 'details' | 'cardShown'> {
  readonly canaries: ReadonlyArray<string>
}

const digest = (text: string): Buffer => createHash('sha256').update(`canary ${text}`).digest()

/** Letters, by which a text is known wherever it turns up. */
export const letters = (of: string): string =>
  [...digest(of).subarray(0, 10)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('')

/** Decimal digits of their own. */
const digits = (of: string, count: number): string =>
  [...digest(of)]
    .map((byte) => String(byte % 10))
    .join('')
    .slice(0, count)

export const detailsFor = (of: string): Registering['details'] => ({
  careOf: `c/o Pensionat ${letters(`${of} care of`)}`,
  address: `${letters(`${of} street`)}vej 7, 9000 Ålborg`,
  phones: [`+45 ${digits(`${of} phone`, 8)}`],
  mobileForNotices: `+45 ${digits(`${of} mobile`, 8)}`,
  email: `${letters(`${of} mail`)}@example.org`,
})

export const textsOf = (details: Registering['details']): ReadonlyArray<string> =>
  [details.careOf, details.address, ...details.phones, details.mobileForNotices, details.email].filter(
    (text) => text !== null,
  )

const municipalities = ['851' as MunicipalityCode, '101' as MunicipalityCode, '751' as MunicipalityCode]

/** The n-th borrower. Every third has a birth date, every ninth is a child. */
export const madeUp = (n: number, homeBranch: BranchId): MadeUp => {
  const name = `Kanarie${letters(`${n} first`)} Ærø${letters(`${n} last`)}`
  const number = `L${digits(`${n} number`, 9)}`
  const cpr = `0${String(1 + (n % 9))}0${String(1 + (n % 9))}${digits(`${n} cpr`, 6)}`
  const cardShown = { number: `K-${digits(`${n} card`, 10)}`, pin: `pin:${letters(`${n} pin`)}` }
  const details = detailsFor(`${n} at first`)
  return {
    person: {
      ...{ number, cpr, name, homeBranch, language: 'da' },
      birthDate: n % 3 === 0 ? ((n % 9 === 0 ? '2019-05-06' : '1961-05-06') as Day) : null,
      group: n % 9 === 0 ? 'child' : 'adult',
      municipality: municipalities[n % 3] ?? null,
    },
    details,
    cardShown,
    canaries: [name, number, cpr, cardShown.number, cardShown.pin, ...textsOf(details)],
  }
}
