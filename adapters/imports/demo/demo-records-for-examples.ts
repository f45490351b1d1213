import type { Cpr } from '../../../domain/values/cpr'
import type { Day } from '../../../domain/values/day'
import type { Month } from '../../../domain/values/month'
import { demoBorrowerWithIndex, type DemoBorrower } from './demo-borrowers'
import { exampleCopy, type DemoCopy } from './demo-copies'
import { copiesOfDebtsAndQueues } from './demo-copies-of-debts-and-queues'

/**
 * Copies that the simulated days leave alone, one for each command that a reader of the interface's description tries.
 * Each is named by what may be done with it.
 */
export const exampleCopies = {
  toLend: exampleCopy(0, 'Himmelbjerget', 'Steen Steensen Blicher'),
  toReturn: exampleCopy(1, 'Fru Marie Grubbe', 'J.P. Jacobsen'),
  // Lent for seven days, so that its loan can be renewed from the first day on.
  toRenew: { ...exampleCopy(2, 'Det gyldne hus', 'Henrik Pontoppidan'), group: 'short-7' },
  toUndo: exampleCopy(3, 'Bræen', 'Johannes V. Jensen'),
  toReserve: exampleCopy(4, 'Vinter-Eventyr', 'Karen Blixen'),
  toReserveOnShelf: exampleCopy(24, 'Fiskerne', 'Hans Kirk'),
  toSend: exampleCopy(5, 'Stuk', 'Herman Bang'),
  toArrive: exampleCopy(6, 'Ditte Menneskebarn', 'Martin Andersen Nexø'),
  toWithdraw: exampleCopy(7, 'Idealister', 'Hans Scherfig'),
  paidLate: exampleCopy(8, 'Havoc', 'Tom Kristensen'),
  writtenOffLate: exampleCopy(9, 'Gertrud', 'Hjalmar Söderberg'),
  cancelledLate: exampleCopy(10, 'Sangerinden', 'Herman Bang'),
  reducedLate: exampleCopy(16, 'Dansemus', 'Johannes V. Jensen'),
  owedAgainLate: exampleCopy(17, 'De dødes rige', 'Henrik Pontoppidan'),
  reimbursedLate: exampleCopy(18, 'Mikael', 'Herman Bang'),
  paidOutLate: exampleCopy(19, 'Mogens', 'J.P. Jacobsen'),
  lost: exampleCopy(20, 'Skæbne-Anekdoter', 'Karen Blixen'),
  foundAfterPayment: exampleCopy(21, 'Frydenholm', 'Hans Scherfig'),
  toClaim: exampleCopy(22, 'Den gamle præst', 'Jakob Knudsen'),
  claimed: exampleCopy(23, 'Tunge Melodier', 'Herman Bang'),
  toMark: exampleCopy(11, 'Livets Arabesk', 'H.C. Branner'),
  toMiss: exampleCopy(12, 'Rytteren', 'H.C. Branner'),
  toFind: exampleCopy(13, 'Løgneren', 'Martin A. Hansen'),
  withCase: exampleCopy(15, 'Bispen på Børglum', 'H.C. Andersen'),
  notToFind: exampleCopy(14, 'Agerhønen', 'Martin A. Hansen'),
  ...copiesOfDebtsAndQueues,
} as const satisfies Readonly<Record<string, DemoCopy>>

/** A number that can belong to nobody: it is of somebody born in 1871. */
export const cprOfDeceasedDemoBorrower = '0101715000' as Cpr

const withCpr = ({ person, ...borrower }: DemoBorrower): DemoBorrower => ({
  ...borrower,
  person: { ...person, cpr: cprOfDeceasedDemoBorrower, birthDate: '1871-01-01' as Day },
})

/** Borrowers that the simulated days leave alone, each named by what may be tried with them. */
export const exampleBorrowers = {
  toLendTo: demoBorrowerWithIndex(30),
  toChangeContact: demoBorrowerWithIndex(31),
  toChangePreferences: demoBorrowerWithIndex(32),
  toBlock: demoBorrowerWithIndex(33),
  toErase: demoBorrowerWithIndex(34),
  withLoans: demoBorrowerWithIndex(36),
  toReserveFor: demoBorrowerWithIndex(37),
  withReservationToChange: demoBorrowerWithIndex(38),
  withReservationToCancel: demoBorrowerWithIndex(39),
  withReadyCopy: demoBorrowerWithIndex(40),
  withCopyUnderWay: demoBorrowerWithIndex(42),
  withCopyToFind: demoBorrowerWithIndex(46),
  withCopyNotToFind: demoBorrowerWithIndex(48),
  withFeeToPay: demoBorrowerWithIndex(43),
  withFeeToWriteOff: demoBorrowerWithIndex(44),
  withFeeToCancel: demoBorrowerWithIndex(45),
  withFeeToReduce: demoBorrowerWithIndex(49),
  withWrittenOffFee: demoBorrowerWithIndex(50),
  withPaidFee: demoBorrowerWithIndex(51),
  withReimbursement: demoBorrowerWithIndex(52),
  withPaidBill: demoBorrowerWithIndex(54),
  withForgottenBill: demoBorrowerWithIndex(55),
  withNewLoans: demoBorrowerWithIndex(56),
  toChangeIdentity: demoBorrowerWithIndex(57),
  toBeAbsent: demoBorrowerWithIndex(59),
  withOwnToken: demoBorrowerWithIndex(58),
  withVolumeReserved: demoBorrowerWithIndex(60),
  withParallelReservation: demoBorrowerWithIndex(61),
  withMoreLoans: demoBorrowerWithIndex(62),
  withDebtPassedOn: demoBorrowerWithIndex(63),
  withDebtInCollectionFile: demoBorrowerWithIndex(64),
  withDebtReadyForCollection: demoBorrowerWithIndex(66),
  deceased: withCpr(demoBorrowerWithIndex(67)),
  absent: demoBorrowerWithIndex(68),
  // Every sixth borrower is a child.
  withGuardian: demoBorrowerWithIndex(35),
  toGetGuardian: demoBorrowerWithIndex(41),
  withGuardianToRemove: demoBorrowerWithIndex(47),
  withGuardianPaper: demoBorrowerWithIndex(53),
  withGuardianToVerify: demoBorrowerWithIndex(65),
} as const satisfies Readonly<Record<string, DemoBorrower>>

/** A borrower who registers in the last days of the demo. */
export const newDemoBorrower = demoBorrowerWithIndex(69)

const spareCopies = (place: number, name: string): ReadonlyArray<DemoCopy> =>
  [0, 1, 2, 3].map((volume) => exampleCopy(place + volume, `${name}, bind ${String(volume + 2)}`, 'Flere'))

/**
 * More copies of borrowers with settled fees, each with a fee or a bill of its own. When the settled one is forgotten, the
 * next one takes its place.
 */
export const spareExampleFees = [
  { borrower: exampleBorrowers.withWrittenOffFee, copies: spareCopies(30, 'Danske digte') },
  { borrower: exampleBorrowers.withPaidFee, copies: spareCopies(34, 'Danske noveller') },
  { borrower: exampleBorrowers.withReimbursement, copies: spareCopies(38, 'Danske breve') },
] as const

/** Copies of `withPaidBill` that are lost too. */
export const demoCopiesLostInSameBill = spareCopies(42, 'Danske rejser')

/** All copies of the examples. */
export const allExampleCopies: ReadonlyArray<DemoCopy> = [
  ...Object.values(exampleCopies),
  ...spareExampleFees.flatMap(({ copies }) => copies),
  ...demoCopiesLostInSameBill,
]

/** A card that nobody has yet, for a registration. */
export const unusedDemoCardNumber = '2000079999'

/** A card that nobody has yet, to be issued to a borrower. */
export const unusedDemoCardNumberForIssue = '2000079998'

/** The month in which the bill for `foundAfterPayment` was paid. */
export const demoMonthOfForgottenPayment = '2026-03' as Month

/** A copy that is not acquired yet. */
export const exampleCopyToAcquire = exampleCopy(99, 'Den grimme ælling', 'H.C. Andersen')
