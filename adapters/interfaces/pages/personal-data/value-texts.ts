import type { OverridableRefusal } from '../../../../domain/policy/overridable-refusal'
import { messageValueTexts } from './message-value-texts'
import { openedClassTexts } from './opened-class-texts'
import { recordHeldTexts } from './record-held-texts'
import type { TextInBothLanguages } from '../../../../retention/promises/kind-of-data'

type TextsByValue = Readonly<Record<string, TextInBothLanguages>>

const staff: TextInBothLanguages = { da: 'personale', en: 'staff' }

const groups: TextsByValue = {
  adult: { da: 'voksen', en: 'adult' },
  child: { da: 'barn', en: 'child' },
  institution: { da: 'institution', en: 'institution' },
  staff,
}

const transactionTypes: TextsByValue = {
  reduction: { da: 'nedsat', en: 'reduced' },
  payment: { da: 'betalt', en: 'paid' },
  writeOff: { da: 'afskrevet', en: 'written off' },
  cancellation: { da: 'annulleret', en: 'cancelled' },
  reimbursement: { da: 'refunderet', en: 'reimbursed' },
  overpayment: { da: 'betalt for meget, refunderet', en: 'paid too much, reimbursed' },
  writeOffReduction: { da: 'afskrivningen nedsat', en: 'write-off reduced' },
  renewal: { da: 'gælden fornyet', en: 'debt renewed' },
  collectionNotice: { da: 'varslet om inddrivelse', en: 'notice before collection asked for' },
  recall: { da: 'kaldt tilbage fra inddrivelse', en: 'recalled from collection' },
}

const collectionStates: TextsByValue = {
  none: { da: 'nej', en: 'no' },
  noticeRequested: { da: 'der sendes varsel', en: 'a notice will be sent' },
  noticeSent: { da: 'der er sendt varsel', en: 'a notice was sent' },
  selected: { da: 'sendes til inddrivelse', en: 'will be passed on for collection' },
  passedOn: { da: 'sendt til inddrivelse', en: 'passed on for collection' },
}

const endings: TextsByValue = {
  requested: { da: 'slettes på anmodning', en: 'is being erased on request' },
  lapsed: { da: 'slettes, fordi biblioteket ikke er brugt', en: 'is being erased, because the library was not used' },
  paid: { da: 'betalt', en: 'paid' },
  writtenOff: { da: 'afskrevet', en: 'written off' },
  cancelled: { da: 'annulleret', en: 'cancelled' },
  paidOut: { da: 'betalt tilbage', en: 'paid back' },
}

const becauseTexts: TextsByValue = {
  copyFound: { da: 'eksemplaret er fundet', en: 'the copy was found' },
  paidTooMuch: { da: 'der er betalt for meget', en: 'too much was paid' },
  decidedByStaff: { da: 'personalet har besluttet det', en: 'staff decided it' },
  borrowerUnknown: { da: 'ingen har kortet', en: 'nobody has the card' },
  copyUnknown: { da: 'eksemplaret er ukendt', en: 'the copy is unknown' },
  loanUnknown: { da: 'lånet er ukendt', en: 'the loan is unknown' },
  branchUnknown: { da: 'filialen er ukendt', en: 'the branch is unknown' },
  tooLongAgo: { da: 'det er for længe siden', en: 'it is too long ago' },
  inTheFuture: { da: 'tidspunktet ligger i fremtiden', en: 'its time lies in the future' },
}

/** The reasons of blocks, by the letters of the national systems. */
const blockReasons: TextsByValue = {
  O: { da: 'kortet er stjålet', en: 'card stolen' },
  U: { da: 'udelukket', en: 'excluded' },
  F: { da: 'udelukket længere', en: 'excluded for longer' },
  S: { da: 'blokeret af en automat', en: 'blocked by a machine' },
  W: { da: 'oprettet på hjemmesiden og ikke bekræftet', en: 'registered on the website and not confirmed' },
  D: { da: 'afdød', en: 'deceased' },
}

const overridableRefusals: Readonly<Record<OverridableRefusal, TextInBothLanguages>> = {
  debtOverLimit: { da: 'grænsen for gæld', en: 'the limit of debt' },
  loanLimitReached: { da: 'grænsen for antal lån', en: 'the limit of loans' },
  renewalLimitReached: { da: 'grænsen for antal fornyelser', en: 'the limit of renewals' },
  renewalTooEarly: { da: 'den første dag for fornyelse', en: 'the first day of renewal' },
  reservationLimitReached: { da: 'grænsen for antal reserveringer', en: 'the limit of reservations' },
  blockedByMachine: { da: 'en automats blokering', en: 'the block by a machine' },
  excluded: { da: 'udelukkelsen', en: 'the exclusion' },
  excludedLonger: { da: 'den længere udelukkelse', en: 'the longer exclusion' },
}

const kindsOfAct: TextsByValue = {
  loan: { da: 'udlån', en: 'loan' },
  return: { da: 'aflevering', en: 'return' },
  renewal: { da: 'fornyelse', en: 'renewal' },
}

const textsByMember: Readonly<Record<string, TextsByValue>> = {
  ...messageValueTexts,
  act: kindsOfAct,
  ageClass: groups,
  because: becauseTexts,
  borrowerGroup: groups,
  collection: collectionStates,
  end: {
    returned: { da: 'afleveret', en: 'returned' },
    billed: { da: 'regning sendt', en: 'billed as lost' },
    claimed: { da: 'fundet, efter at det var oplyst afleveret', en: 'found after it was claimed returned' },
    writtenOff: { da: 'afskrevet', en: 'written off' },
  },
  ending: endings,
  group: groups,
  kind: {
    lateness: { da: 'gebyr for sen aflevering', en: 'fee for lateness' },
    compensation: { da: 'erstatning for bortkommet materiale', en: 'compensation for lost material' },
  },
  language: { da: { da: 'dansk', en: 'Danish' }, en: { da: 'engelsk', en: 'English' } },
  opened: {
    nameAndAddress: { da: 'beskyttet navn og adresse', en: 'protected name and address' },
    record: { da: 'lånerens oplysninger', en: 'the record of the borrower' },
    ...openedClassTexts,
  },
  openedBy: {
    staff,
    administrator: { da: 'en administrator', en: 'an administrator' },
    auditor: { da: 'en revisor', en: 'an auditor' },
  },
  recordHeld: recordHeldTexts,
  refusals: overridableRefusals,
  role: { staff, system: { da: 'en regel', en: 'a rule' } },
  state: {
    paused: { da: 'sat på pause', en: 'paused' },
    reserved: { da: 'reserveret', en: 'reserved' },
    onPullList: { da: 'skal findes frem', en: 'to be fetched' },
    setAside: { da: 'sat til side', en: 'set aside' },
    inTransit: { da: 'på vej', en: 'in transit' },
    ready: { da: 'klar til afhentning', en: 'ready for pick-up' },
  },
  type: transactionTypes,
}

/** The text of a value that is one of a few; undefined for every other value. */
export const valueText = (kind: string, member: string, value: string): TextInBothLanguages | undefined =>
  kind === 'block' && member === 'reason' ? blockReasons[value] : textsByMember[member]?.[value]
