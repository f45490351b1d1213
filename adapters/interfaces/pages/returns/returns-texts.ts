import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'
import { defaultRetentionPeriods } from '../../../../retention/classes/retention-periods'

const [loanDays, feeDays] = [String(defaultRetentionPeriods.loanDays), String(defaultRetentionPeriods.feeDays)]

export const returnsTexts = {
  title: { da: 'Aflever', en: 'Return' },
  field: { da: 'Scan eksemplaret', en: 'Scan the copy' },
  sendTo: { da: 'Send til', en: 'Send to' },
  pickUpNumber: { da: 'Afhentningshylden nr.', en: 'Pick-up shelf no.' },
  pickUpBy: { da: 'Afhentes senest', en: 'To be picked up by' },
  fee: { da: 'Gebyr for sen aflevering:', en: 'Fee for the late return:' },
  feeJoins: {
    da: 'Samme gebyr som for andre eksemplarer fra samme lån: det koster ikke mere.',
    en: 'The same fee as for other copies of the same visit: it costs nothing more.',
  },
  feeForgotten: {
    da: `Gebyret glemmes ${feeDays} dage efter, at det er betalt.`,
    en: `The fee is forgotten ${feeDays} days after it is paid.`,
  },
  lost: {
    da: 'Eksemplaret var registreret som bortkommet og er nu fundet. Erstatningen falder bort.',
    en: 'The copy counted as lost, and is found. The compensation is cancelled.',
  },
  toReimburse: { da: 'Låneren har betalt. Der skal betales tilbage:', en: 'The borrower has paid. To be paid back:' },
  whereToReimburse: {
    da: 'Det er prisen uden ekspeditionsgebyret. Åbn låneren, og udbetal det under Refusioner i mellemværendet.',
    en: 'It is the price without the fee for handling. Open the borrower, and pay it out under Reimbursements in the balance.',
  },
  findBorrower: { da: 'Find låneren', en: 'Find the borrower' },
  reimbursementForgotten: {
    da: `Refusionen glemmes ${feeDays} dage efter, at den er udbetalt.`,
    en: `The reimbursement is forgotten ${feeDays} days after it is paid out.`,
  },
  claimedReturned: {
    da: 'Låneren havde sagt, at eksemplaret var afleveret. Nu er det fundet.',
    en: 'The borrower had said that the copy was returned. It is found.',
  },
  undo: { da: 'Fortryd afleveringen', en: 'Undo the return' },
  undone: {
    da: 'Afleveringen er fortrudt: giv låneren eksemplaret igen',
    en: 'The return is undone: give the copy back to the borrower',
  },
  endedLoan: {
    da: 'Eksemplaret var udlånt. Scanningen har afsluttet lånet.',
    en: 'The copy was on loan. The scan has ended the loan.',
  },
  wasNotOnLoan: {
    da: 'Eksemplaret var ikke udlånt: scanningen har ikke afsluttet noget lån.',
    en: 'The copy was not on loan: the scan has ended no loan.',
  },
  stillDue: { da: 'Lånet løber videre. Afleveres senest', en: 'The loan goes on. Due' },
  loanForgotten: {
    da: `Lånet glemmes ${loanDays} dage efter, at eksemplaret er afleveret.`,
    en: `The loan is forgotten ${loanDays} days after the copy is returned.`,
  },
  undoTitle: { da: 'Fortryd en aflevering', en: 'Undo a return' },
  undoText: {
    da: 'En aflevering kan fortrydes samme dag på samme filial. Den, der har lånt eksemplaret, har det igen med samme afleveringsdato.',
    en: 'A return can be undone on the same day at the same branch. Whoever had the copy on loan has it again, with the same due day.',
  },
  undoField: { da: 'Scan eksemplaret, der ikke er afleveret', en: 'Scan the copy that was not returned' },
  shelfMark: { da: 'Opstilling:', en: 'Shelf mark:' },
  homeBranch: { da: 'Anskaffet af:', en: 'Acquired by:' },
  staysHere: {
    da: 'Det bliver her: kun et reserveret eksemplar sendes til en anden filial.',
    en: 'It stays here: only a reserved copy is sent to another branch.',
  },
  hasCase: {
    da: 'Der er en sag om eksemplaret fra en automat, der var offline.',
    en: 'A machine that was offline left a case of the copy.',
  },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>

/** What to do with a copy that was scanned, by what becomes of it. */
export const placeTexts = {
  onShelf: { da: 'På hylden', en: 'Back on the shelf' },
  onPullList: { da: 'Reserveret: står på pluklisten', en: 'Reserved: it is on the pull list' },
  setAside: { da: 'Reserveret: læg til side', en: 'Reserved: set it aside' },
  inTransit: { da: 'Send videre', en: 'Send it on' },
  ready: { da: 'Afhentningshylden', en: 'Pick-up shelf' },
  onLoan: { da: 'Er udlånt', en: 'Is on loan' },
  missing: { da: 'Savnet: læg fra', en: 'Missing: put it aside' },
  lost: { da: 'Bortkommet: læg fra', en: 'Lost: put it aside' },
  withdrawn: { da: 'Kasseret: læg fra', en: 'Withdrawn: put it aside' },
  undecided: { da: 'Vent lidt, og scan igen', en: 'Wait a little, and scan again' },
  caseForStaff: { da: 'Sag for personalet: læg fra', en: 'A case for staff: put it aside' },
} as const satisfies Readonly<Record<string, TextInBothLanguages>>
