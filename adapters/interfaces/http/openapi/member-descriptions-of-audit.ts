import { byMember } from './by-member'

const subject = 'What is replayed'
const id = 'The number of the copy or the title, or the id of the record'
const at = 'As it was on this day: with all that was recorded on it; a borrower with all of its month'
const position = 'As it was at this position of circulation, as a step has it; not for a borrower'
const revision = 'As it was at this event of its stream'
const title = 'The title of a reservation; without it the log is searched'
const damagedEvents = 'How many events of it are damaged: the replay is without what they said'
const replayed = { id, subject, damagedEvents }

const classOpening = {
  opening: 'The id of the opening',
  class: 'The deletion class that is opened',
  hours: 'For how many hours from the approval on',
  isApproved: 'Whether a second person has approved it',
  role: 'The role of whoever asked',
  reason: 'Why it is opened, in the words of whoever asked; only for administrators',
  staffNumber: 'Who asked: the subject of the token; only for administrators',
}

/** What the members of replays, of openings of classes, and of the lists of auditors say: by schema and name. */
export const memberDescriptionsOfAudit: Readonly<Record<string, string>> = {
  ...byMember('ReplayPath', { subject, id }),
  ...byMember('ReplayQuery', { at, position, revision, title }),
  ...byMember('ReplayStepsQuery', { at, position, revision, title }),
  ...byMember('ReplayComparisonQuery', { from: 'The earlier day', until: 'The later day', title }),
  ...byMember('ReplayUnderOpening', { subject, id, at, position, revision, title }),
  ...byMember('Replay', { ...replayed, facts: 'What the state says' }),
  ...byMember('ReplaySteps', { ...replayed, steps: 'The events, oldest first' }),
  ...byMember('ReplayComparison', { ...replayed, changes: 'What differs on the later day; empty when nothing does' }),
  ...byMember('ReplayUnderOpeningAnswer', {
    ...replayed,
    facts: 'What the state says',
    steps: 'The last 100 events, oldest first',
  }),
  ...byMember('ReplayFact', {
    name: 'What the fact is about',
    of: 'The reservation or the block that it is about; null for the record itself',
    value: 'What it says, or why that is not shown',
  }),
  ...byMember('FactChange', {
    name: 'What the fact is about',
    of: 'The reservation or the block that it is about; null for the record itself',
    before: 'What it said before; null when it was not there',
    after: 'What it says afterwards; null when it is no longer there',
  }),
  ...byMember('ReplayedValue', {
    status:
      'plain: shown in `value`; erased: the log says so, and `certificate` proves it; withheld: the role of the caller does not open the class; unavailable: the key is lost, or the keys do not answer; damaged: it is not what the library wrote',
    value: 'The value',
    class: 'The deletion class of what is not shown',
    certificate: 'The certificate of the erasure; null until there is one',
    reason: 'Why it cannot be read',
  }),
  ...byMember('ReplayedPart', {
    status: 'Whether the part is shown in plain text, or why not',
    value: 'The part in plain text',
    class: 'The deletion class of the part',
    scope: 'The id of the scope of the part',
    certificate: 'The certificate of the erasure; null until there is one',
    reason: 'Why it cannot be read',
  }),
  ...byMember('ReplayStep', {
    position: 'The position in the log; null in persons, whose events change places when their month is closed',
    parts: 'The sealed parts, each in plain text or with the reason why not',
    changes: 'What the event changed of the state',
    damaged: 'Why the event cannot be read; nothing acts on it',
    recorded: 'The day of recording; in persons the month',
  }),
  ...byMember('NewClassOpening', {
    class: 'The deletion class that is to be opened',
    reason: 'Why it is opened, in the words of whoever asks: the borrowers concerned read it',
    hours: 'For how many hours from the approval on',
  }),
  ...byMember('ClassOpening', classOpening),
  ...byMember('ChangedClassOpening', classOpening),
  'ClassOpeningPath.opening': 'The id of the opening',
  'Access.openedBy': 'The role of whoever opened it',
  'Access.opened':
    'What was opened: record; nameAndAddress, the protected name and address, of the guardian too; or the class of data that an auditor had opened',
  'Access.access': 'The opening',
  'Access.reason': 'Why it was opened, in the words of whoever opened it',
  'LookOnDay.reason': 'Why it was opened, in the words of whoever opened it',
  'LookInMonth.reason': 'Why it was opened, in the words of whoever opened it',
  'Access.staffNumber': 'The staff number of whoever opened it; null when they have none',
  'LookOnDay.openedBy': 'The role of whoever opened it',
  'LookOnDay.opened':
    'What was opened: record; nameAndAddress, the protected name and address, of the guardian too; or the class of data that an auditor had opened',
  'LookOnDay.forgottenOn': 'The day with whose closing the day is forgotten; month, role and reason stay',
  'LookInMonth.openedBy': 'The role of whoever opened it',
  'LookInMonth.opened':
    'What was opened: record; nameAndAddress, the protected name and address, of the guardian too; or the class of data that an auditor had opened',
  'LookInMonth.forgottenOn': 'The day with whose closing it is erased',
  'Access.approvedBy': 'Who approved it: the subject of the token; null when it needed no approval',
  ...byMember('DueScopesQuery', { at: 'The day; today unless you say' }),
  ...byMember('DueScopes', {
    byClass: 'How many were due, by class, and how many of these are declared due since',
    scopes: 'The scopes that were due, by log, class and id',
  }),
  ...byMember('DueOfClass', { due: 'How many were due', erased: 'How many of these were declared due since' }),
  ...byMember('DueScope', {
    class: 'The deletion class',
    scope: 'The id of the scope',
    dueWith: 'The day, or in persons the month, with which it was due',
    trigger: 'The event that started its clock',
    erasableFrom: 'The first day, or in persons the first month, on which it could be erased',
    declaredOn: 'The day, or in persons the month, on which an event declared it due; null while none does',
  }),
  'LooksQuery.reason': 'Only looks whose reason has this text in it',
  'Looks.looks': 'The looks, by month, what was opened, role and reason: in no order of looks',
  ...byMember('LooksForReason', {
    openedBy: 'The role of whoever looked',
    opened: 'What was opened',
    reason: 'Why, in the words of whoever looked; only for administrators',
    number: 'In the month that is not closed: how many openings; in a closed month: how many borrowers were looked at',
  }),
  'CertificateProofPath.certificate': 'The id of the certificate',
  ...byMember('EventProofPath', {
    log: 'The log',
    stream: 'The stream of the event',
    revision: 'The index of the event in its stream, from 0',
  }),
  ...byMember('EventProof', {
    log: 'The log',
    index: 'The index of the event in its log, from 0',
    size: 'How many events the head has signed',
    witnesses: 'The witnesses that have cosigned the head',
    open: 'The open part of the event as it stands in the log, as canonical JSON: its SHA-256 in base64 is the member `open` of the record that is the leaf',
    proof: 'The proof as a text; its extra data is the record that is the leaf',
  }),
  'DamagedEventInLog.reason': 'Why the event cannot be read',
  'DamagedEventInLog.recorded':
    'The day, or in persons the month, of recording as it is stored; null when it is not known',
  'DamagedEvents.events': 'The damaged events, by log and stream',
  'CertificateEntry.problem':
    'What is wrong with the certificate, by its signature and by the log; null when it is valid',
}
