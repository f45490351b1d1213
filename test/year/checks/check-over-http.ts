import { administratorUser, auditorUser, borrowerUser, guardianUser, staffUser, withServerOf, type ServedLibrary } from '../../adapters/interfaces/http/with-http-server' // prettier-ignore
import type { TrueBorrower } from '../ground-truth/ground-truth'
import { isRefusedLogIn } from '../ground-truth/is-refused-log-in'
import { noteLookOfStaff } from '../ground-truth/note-look-of-staff'
import { todayIn } from '../simulated-year'
import { broken, type BrokenPromise } from './broken-promise'
import { checkNetMediaAndStatement, checkOwnData } from './check-own-data'
import { checkStatistics } from './check-statistics'
import { checkWrongPins } from './check-wrong-pins'
import type { Check, Midnight } from './midnight'

/** What the answers of one borrower must show: to whom it belongs, and to nobody else. */
const checkBorrower = async (
  { send }: ServedLibrary,
  { year }: Midnight,
  borrower: TrueBorrower,
): Promise<ReadonlyArray<BrokenPromise>> => {
  const { id, person, guardian, notes, isProtected } = borrower
  const { groundTruth } = year
  const all: BrokenPromise[] = []
  const path = `/borrowers/${id}`
  const expectShown = (isRight: boolean, promise: BrokenPromise['promise'], what: string): void => {
    if (!isRight) all.push(broken(promise, what, id))
  }
  const staff = await send('GET', path, { as: staffUser })
  noteLookOfStaff(groundTruth, id, { day: todayIn(year), staffNumber: staffUser.subject })
  const own = await send('GET', '/me', { as: borrowerUser(id) })
  const isRefused = isRefusedLogIn(borrower)
  const answers = [['staff', staff] as const, ...(isRefused ? [] : [['the borrower', own] as const])]
  if (isRefused) expectShown(own.status === 403, 'block', 'does not refuse who is blocked')
  for (const [who, { text, body }] of answers) {
    const isShown = who === 'the borrower' || !isProtected
    expectShown(text.includes(person.name) === isShown, 'name', `is ${isShown ? 'not ' : ''}shown to ${who}`)
    expectShown(text.includes(person.number), 'borrowerNumber', `is not shown to ${who}`)
    const loans = [...groundTruth.loanOfCopy.values()].filter(({ borrower }) => borrower === id)
    expectShown(
      loans.every(({ loan }) => text.includes(loan)),
      'loans',
      `are not shown to ${who}`,
    )
    const waiting = [...groundTruth.reservations.values()].filter(({ borrower }) => borrower === id)
    expectShown(
      waiting.every((one) => text.includes(one.reservation)),
      'reservations',
      `are not shown to ${who}`,
    )
    const owed = [...groundTruth.fees.values()].filter(
      ({ borrower, settledOn }) => borrower === id && settledOn === null,
    )
    expectShown(
      owed.every(({ fee }) => text.includes(fee)),
      'outstandingBalance',
      `is not shown to ${who}`,
    )
    expectShown(typeof body === 'object', 'borrowerNumber', `no answer to ${who}`)
  }
  if (notes?.notes.internalNote) {
    expectShown(staff.text.includes(notes.notes.internalNote), 'internalNote', 'is not shown to staff')
    expectShown(!own.text.includes(notes.notes.internalNote), 'internalNote', 'is shown to the borrower')
  }
  const auditor = await send('GET', path, { as: auditorUser })
  expectShown(!auditor.text.includes(person.name), 'name', 'is shown to an auditor')
  if (guardian === null) return all
  const read = await send('GET', `/guardianships/${guardian.guardianship}`, {
    as: guardianUser([guardian.guardianship]),
  })
  expectShown(read.text.includes(guardian.name), 'guardian', 'is not shown to the guardian')
  return all
}

/** Some borrowers are asked for over HTTP as those who may see them; those who were erased are unknown. */
const askServer = async (server: ServedLibrary, midnight: Midnight): Promise<ReadonlyArray<BrokenPromise>> => {
  const { groundTruth, random } = midnight.year
  const all: BrokenPromise[] = []
  const borrowers = [...groundTruth.borrowers.values()]
  const children = borrowers.filter(({ guardian }) => guardian !== null)
  const chosen = [...Array.from({ length: 8 }, () => random.pickOne(borrowers)), random.pickOne(children)]
  for (const borrower of chosen)
    if (borrower !== undefined)
      for (const check of [checkBorrower, checkOwnData, checkNetMediaAndStatement])
        all.push(...(await check(server, midnight, borrower)))
  all.push(...(await checkStatistics(server, midnight)), ...(await checkWrongPins(server, midnight.year)))
  for (const borrower of [...groundTruth.erased.keys()].slice(-5)) {
    const { status } = await server.send('GET', `/borrowers/${borrower}`, { as: staffUser })
    if (status !== 404) all.push(broken('an erased borrower leaves nothing', `answers ${String(status)}`, borrower))
  }
  const metrics = await server.send('GET', '/metrics', { as: administratorUser })
  midnight.output.push(metrics.text, server.loggedText())
  return all
}

/** What a server of the library answers and writes. */
export const checkOverHttp: Check = (midnight) =>
  withServerOf(midnight.year.library, (server) => askServer(server, midnight))
