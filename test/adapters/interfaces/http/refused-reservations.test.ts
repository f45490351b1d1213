import { openApiDescription } from '../../../../adapters/interfaces/http/openapi/openapi-description'
import { routes } from '../../../../adapters/interfaces/http/resources/routes'
import type { BorrowerId } from '../../../../domain/values/ids'
import { acquireCopyByHttp, lendCopyByHttp, registerBorrowerByHttp, testBranch } from './http-steps'
import { policyFileOf } from './policy-steps'
import { asStaff, title, withStaff, type Staff } from './staff-steps'
import { withHttpServer, type ServedLibrary } from './with-http-server'

interface Situation {
  readonly library: ServedLibrary
  readonly staff: Staff
  readonly borrower: BorrowerId
}

/** Brings about that a reservation is refused; answers members of the request. */
type Prepare = (situation: Situation) => Promise<object | undefined>

const withdraw: Prepare = async ({ library, staff }) => {
  await staff.post(`/copies/${await acquireCopyByHttp(library)}/withdraw`)
  return undefined
}

const miss: Prepare = async ({ library, staff }) => {
  await staff.post(`/copies/${await acquireCopyByHttp(library)}/missing`)
  return undefined
}

const acquire =
  (overrides: object = {}): Prepare =>
  async ({ library }) => {
    await acquireCopyByHttp(library, overrides)
    return undefined
  }

const block: Prepare = async (situation) => {
  await acquire()(situation)
  await situation.staff.post(`/borrowers/${situation.borrower}/blocks`, { reason: 'U', note: null })
  return undefined
}

const reserveFirst: Prepare = async (situation) => {
  await acquire()(situation)
  await situation.staff.post(`/titles/${title}/reservations`, { borrower: situation.borrower })
  return undefined
}

const lendFirst: Prepare = async ({ library, borrower }) => {
  await lendCopyByHttp(library, await acquireCopyByHttp(library), borrower)
  await acquireCopyByHttp(library)
  return undefined
}

const refused: ReadonlyArray<readonly [string, string, number, Prepare]> = [
  ['borrowerBlocked', 'patron_is_blocked', 422, block],
  [
    ...(['borrowerUnknown', 'patron_not_found', 422] as const),
    async (situation) => {
      await acquire()(situation)
      return { borrower: '00000000-0000-4000-8000-00000000ffff' }
    },
  ],
  ['alreadyReserved', 'already_reserved', 409, reserveFirst],
  ['alreadyOnLoan', 'already_loaned', 409, lendFirst],
  ['materialNotLent', 'material_not_loanable', 422, acquire({ group: 'not-lent' })],
  ['materialNotReservable', 'material_not_reservable', 422, acquire({ group: 'inter-library' })],
  ['belowAgeLimit', 'material_not_loanable', 422, acquire({ ageLimit: 99 })],
  ['copyLost', 'material_lost', 422, miss],
  ['copyWithdrawn', 'not_reservable', 422, withdraw],
  ['titleUnknown', 'no_reservable_materials', 404, () => Promise.resolve(undefined)],
]

const described = JSON.stringify(openApiDescription(routes))

const expectDescribed = (because: string, nationalCode: string): void => {
  expect(described).toContain(`"${because}"`)
  expect(described).toContain(`"${nationalCode}"`)
}

describe('a reservation is refused', () => {
  it.each(refused)(
    'because of %s, which the national systems call %s, with %i',
    (because, nationalCode, status, prepare) =>
      withStaff(async (library, staff) => {
        const borrower = await registerBorrowerByHttp(library)
        const body = { borrower, ...(await prepare({ library, staff, borrower })) }
        expect(await staff.post(`/titles/${title}/reservations`, body)).toMatchObject({ status, because, nationalCode })
        expectDescribed(because, nationalCode)
      })(),
  )

  it.each([
    [
      ...(['reservationLimitReached', 'exceeds_max_reservations', { reservations: { atMost: 1 } }] as const),
      ['52557241'],
    ],
    [...(['noLoanPeriod', 'loaning_profile_not_found', { loanPeriods: { standard: { child: null } } }] as const), []],
  ])(
    'because of %s, which the national systems call %s, by values of the policy',
    (because, nationalCode, values, earlier) =>
      withHttpServer(
        async (library) => {
          const staff = asStaff(library)
          const borrower = await registerBorrowerByHttp(library, { group: 'child', birthDate: '2015-02-03' })
          for (const one of [title, ...earlier]) await acquireCopyByHttp(library, { title: one })
          for (const one of earlier) await staff.post(`/titles/${one}/reservations`, { borrower })
          const answer = await staff.post(`/titles/${title}/reservations`, { borrower })
          expect(answer).toMatchObject({ status: 422, because, nationalCode })
          expectDescribed(because, nationalCode)
        },
        undefined,
        { policyFile: policyFileOf(values, {}) },
      ),
  )

  it.each([
    ['the last day of interest is over', { interestUntil: '2026-01-04' }, 'interest-is-over'],
    ['interest would last longer than a year', { interestUntil: '2027-01-06' }, 'interest-is-too-long'],
  ])('when %s, also when it is changed', (_why, interest, type) =>
    withStaff(async (library, staff) => {
      await acquireCopyByHttp(library)
      const borrower = await registerBorrowerByHttp(library)
      const path = `/titles/${title}/reservations`
      const expected = { status: 422, type: expect.stringContaining(type) }
      expect(await staff.post(path, { borrower, ...interest })).toMatchObject(expected)
      const { reservation } = await staff.post(path, { borrower })
      expect(await staff.change(`${path}/${reservation}`, interest)).toMatchObject(expected)
    })(),
  )
})

it('a reservation is made for 180 days, or as many as its borrower says, up to a year', () =>
  withStaff(async (library, staff) => {
    await acquireCopyByHttp(library)
    const made = async (interest: object) => {
      const borrower = await registerBorrowerByHttp(library)
      const path = `/titles/${title}/reservations`
      const { reservation } = await staff.post(path, { borrower, pickUpBranch: testBranch, ...interest })
      return (await staff.read(`${path}/${reservation}`)).interestUntil
    }
    expect(await made({})).toBe('2026-07-04')
    expect(await made({ interestUntil: '2026-01-05' })).toBe('2026-01-05')
    expect(await made({ interestUntil: '2027-01-05' })).toBe('2027-01-05')
  })())
