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
import type { ChangeRequest, ExampleOfData, PathTemplate } from './example-of-data'

const guardianPath = '/borrowers/{borrower}/guardian'
const guardianshipPath = '/guardianships/{guardianship}'

/** A guardian of whom one value is looked for. */
const ofGuardian = (
  shown: string,
  change: ChangeRequest,
  shownAt: ReadonlyArray<PathTemplate>,
  stored = shown,
): ExampleOfData => ({
  make: async (library) => {
    await acquireCopyByHttp(library)
    const borrower = await registerChildByHttp(library)
    expect((await registerGuardianByHttp(library, borrower)).status).toBe(200)
    const guardianship = await guardianshipOf(library, borrower)
    return { borrower, guardianship, shown, stored, about: guardianship }
  },
  shownAt,
  change,
  end: async (library, { borrower }) => {
    expect((await changeGuardianByHttp(library, 'DELETE', borrower)).status).toBe(200)
  },
  lastDay: '2026-02-28' as Day,
  goneOn: '2026-03-01' as Day,
})

/** A change that staff alone make. */
const changeByStaff = (overrides: object): ChangeRequest => ({
  method: 'PUT',
  path: guardianPath,
  body: { ...guardianBody, ...overrides },
  versionAt: guardianPath,
})

const noContact = { careOf: null, address: null, phones: [], mobileForNotices: null, emails: [], emailForNotices: null }
const contactChange: ChangeRequest = {
  ...{ method: 'PUT', path: `${guardianshipPath}/contact`, body: noContact },
  versionAt: guardianshipPath,
}
const everywhere = ['/me', '/borrowers/{borrower}', guardianPath, guardianshipPath]

export const examplesOfGuardian: Readonly<Record<keyof typeof dataOfGuardian, ExampleOfData>> = {
  guardian: ofGuardian(guardianBody.contact.address, contactChange, everywhere),
  guardianCprNumber: ofGuardian(guardianBody.cpr, changeByStaff({ cpr: otherGuardianCpr }), [
    guardianPath,
    guardianshipPath,
  ]),
  guardianPaper: ofGuardian(
    '"paperMonth":"2025-11"',
    changeByStaff({ paperMonth: null, paperBranch: null }),
    everywhere,
    '2025-11',
  ),
}
