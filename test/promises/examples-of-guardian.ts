import type { Day } from '../../domain/values/day'
import type { dataOfGuardian } from '../../retention/promises/data-of-guardian'
import {
  changeGuardianByHttp,
  guardianBody,
  guardianshipOf,
  otherGuardianCpr,
  registerChildByHttp,
  registerGuardianByHttp,
} from '../adapters/interfaces/http/guardian-steps'
import { acquireCopyByHttp } from '../adapters/interfaces/http/http-steps'
import type { ChangeRequest, ExampleOfData, HeldValue } from './example-of-data'

/** A guardian of whom one value is looked for. */
const ofGuardian = (shown: string, change: (held: HeldValue) => ChangeRequest): ExampleOfData => ({
  make: async (library) => {
    await acquireCopyByHttp(library)
    const borrower = await registerChildByHttp(library)
    expect((await registerGuardianByHttp(library, borrower)).status).toBe(200)
    const guardianship = await guardianshipOf(library, borrower)
    const own = [`/borrowers/${borrower}`, `/borrowers/${borrower}/guardian`, `/guardianships/${guardianship}`]
    return { borrower, guardianship, shown, paths: ['/me', ...own, '/guardian-papers'] }
  },
  change,
  end: async (library, { borrower }) => {
    expect((await changeGuardianByHttp(library, 'DELETE', borrower)).status).toBe(200)
  },
  lastDay: '2026-02-28' as Day,
  goneOn: '2026-03-01' as Day,
})

/** A change that staff alone make. */
const changeByStaff =
  (overrides: object) =>
  ({ borrower }: HeldValue): ChangeRequest => {
    const path = `/borrowers/${borrower}/guardian`
    return { method: 'PUT', path, body: { ...guardianBody, ...overrides }, versionAt: path }
  }

const noContact = { careOf: null, address: null, phones: [], mobileForNotices: null, email: null }

export const examplesOfGuardian: Readonly<Record<keyof typeof dataOfGuardian, ExampleOfData>> = {
  guardian: ofGuardian(guardianBody.contact.email, ({ guardianship }) => {
    const path = `/guardianships/${String(guardianship)}`
    return { method: 'PUT', path: `${path}/contact`, body: noContact, versionAt: path }
  }),
  guardianCprNumber: ofGuardian(guardianBody.cpr, changeByStaff({ cpr: otherGuardianCpr })),
  guardianPaper: ofGuardian('2025-11', changeByStaff({ paperMonth: null, paperBranch: null })),
}
