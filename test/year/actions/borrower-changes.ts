import type { BorrowerEvent } from '../../../domain/borrower/borrower-event'
import type { BlockReason } from '../../../domain/policy/block-reason'
import { changeBorrower, type BorrowerChange } from '../../../domain/use-cases/change-borrower'
import type { UseCaseIds } from '../../../domain/use-cases/repeatable-ids-of-use-case'
import type * as Ids from '../../../domain/values/ids'
import { endOfNextMonth } from '../ground-truth/end-days'
import type { PersonalText, TrueBorrower } from '../ground-truth/ground-truth'
import { addScopesOfEvents, endScope } from '../ground-truth/scopes'
import { anyBranch, attempt, metadataIn, nextNumber, todayIn, type SimulatedYear } from '../simulated-year'
import { cprOfBorrower, madeUpContactOf, madeUpName, madeUpText, textsOfContactDetails, textsOfIdentity } from './made-up-people' // prettier-ignore

type Texts = Parameters<typeof addScopesOfEvents>[3]

/** Changes a borrower and notes the scopes that its events name. Answers the events; none when it was refused. */
export const change = async (
  year: SimulatedYear,
  kind: string,
  { id }: TrueBorrower,
  command: (ids: UseCaseIds) => BorrowerChange,
  texts: Texts = {},
): Promise<ReadonlyArray<BorrowerEvent>> => {
  const run = changeBorrower(year.library.useCaseDependencies)(id, metadataIn(year))
  const done = await attempt(year, kind, run(command))
  if (done === undefined) return []
  addScopesOfEvents(year.groundTruth, id, done.events, texts)
  return done.events
}

/** The id in the open part of the first event; undefined when there was none. */
const idIn = <Id extends string>(events: ReadonlyArray<BorrowerEvent>, member: string): Id | undefined =>
  (events[0]?.open as Readonly<Record<string, Id>> | undefined)?.[member]

/** What is replaced goes with the closing of the next month. */
const endWithNextMonth = (year: SimulatedYear, scope: string | null): void => {
  if (scope !== null) endScope(year.groundTruth, scope, endOfNextMonth(todayIn(year)))
}

export const changeContact = async (year: SimulatedYear, borrower: TrueBorrower): Promise<void> => {
  const contactDetails = madeUpContactOf(nextNumber(year))
  const texts = { contact: textsOfContactDetails(contactDetails) }
  const command = ({ idFor }: UseCaseIds): BorrowerChange => ({
    ...{ type: 'ChangeContact', borrower: borrower.id, contact: idFor('contact') as Ids.ContactId, contactDetails },
  })
  const scope = idIn<Ids.ContactId>(await change(year, 'contact changed', borrower, command, texts), 'contact')
  if (scope === undefined) return
  endWithNextMonth(year, borrower.scopes.contact)
  borrower.contact = contactDetails
  borrower.scopes.contact = scope
}

/** Name, CPR number, group and municipality are put right. */
export const correctIdentity = async (year: SimulatedYear, borrower: TrueBorrower): Promise<void> => {
  const n = nextNumber(year)
  const { birthDate, group } = borrower.person
  const details = {
    ...{ name: madeUpName(n), cpr: cprOfBorrower(n), birthDate, group },
    municipality: (n % 2 === 0 ? '851' : '760') as Ids.MunicipalityCode,
  }
  const reason = madeUpText('Rettet', n)
  const texts = { identity: [...textsOfIdentity(details), { text: reason, kind: 'identityCorrections' } as const] }
  const command = ({ idFor }: UseCaseIds): BorrowerChange => ({
    ...{
      type: 'ChangeIdentity',
      borrower: borrower.id,
      identity: idFor('identity') as Ids.IdentityId,
      details,
      reason,
    },
  })
  const scope = idIn<Ids.IdentityId>(await change(year, 'identity corrected', borrower, command, texts), 'identity')
  if (scope === undefined) return
  endWithNextMonth(year, borrower.scopes.identity)
  borrower.person = { ...borrower.person, ...details }
  borrower.reason = reason
  borrower.scopes.identity = scope
}

export const changePreferences = async (year: SimulatedYear, borrower: TrueBorrower): Promise<void> => {
  const language = borrower.person.language === 'da' ? 'en' : 'da'
  const homeBranch = anyBranch(year)
  const command = ({ idFor }: UseCaseIds): BorrowerChange => ({
    ...{ type: 'ChangePreferences', borrower: borrower.id, preference: idFor('preference') as Ids.PreferenceId },
    ...{ language, homeBranch },
  })
  const scope = idIn<Ids.PreferenceId>(await change(year, 'preferences changed', borrower, command), 'preference')
  if (scope === undefined) return
  endWithNextMonth(year, borrower.scopes.preference)
  borrower.person = { ...borrower.person, language, homeBranch }
  borrower.scopes.preference = scope
}

/** A card is replaced, or issued beside the others. */
export const issueCard = async (
  year: SimulatedYear,
  borrower: TrueBorrower,
  replaces: Ids.CardId | null,
): Promise<void> => {
  // prettier-ignore
  const number = madeUpText('K', nextNumber(year))
  const texts = { card: [{ text: number, kind: 'cards' } as const] }
  const kind = replaces === null ? 'card issued' : 'card replaced'
  const command = ({ idFor }: UseCaseIds): BorrowerChange => ({
    ...{ type: 'IssueCard', borrower: borrower.id, card: idFor('card') as Ids.CardId, number, replaces },
  })
  const card = idIn<Ids.CardId>(await change(year, kind, borrower, command, texts), 'card')
  if (card === undefined) return
  borrower.cards.set(card, number)
  if (replaces === null) return
  endWithNextMonth(year, replaces)
  borrower.cards.delete(replaces)
}

/** A card is reported stolen: it goes, and the borrower is blocked at once. */
export const reportCardStolen = async (year: SimulatedYear, borrower: TrueBorrower): Promise<void> => {
  const [card] = borrower.cards.keys()
  if (card === undefined) return
  const at = metadataIn(year).at
  const command = ({ idFor }: UseCaseIds): BorrowerChange => ({
    ...{ type: 'ReportCardStolen', borrower: borrower.id, card, block: idFor('block') as Ids.BlockId, at },
  })
  const events = await change(year, 'card stolen', borrower, command)
  if (events.length === 0) return
  endWithNextMonth(year, card)
  borrower.cards.delete(card)
  for (const event of events)
    if (event.type === 'BlockSet')
      borrower.blocks.set(event.open.block, { reason: 'O', since: todayIn(year), note: null })
  await issueCard(year, borrower, null)
}

/** A PIN is set; the one before is forgotten at once. */
export const setPin = async (year: SimulatedYear, borrower: TrueBorrower): Promise<void> => {
  const hash = madeUpText('pin', nextNumber(year))
  const texts = { pin: [{ text: hash, kind: 'pin' } as const] }
  const command = ({ idFor }: UseCaseIds): BorrowerChange => ({
    ...{ type: 'SetPin', borrower: borrower.id, pin: idFor('pin') as Ids.PinId, hash },
  })
  const pin = idIn<Ids.PinId>(await change(year, 'PIN changed', borrower, command, texts), 'pin')
  if (pin === undefined) return
  if (borrower.scopes.pin !== null) endScope(year.groundTruth, borrower.scopes.pin, todayIn(year))
  borrower.scopes.pin = pin
}

const reasons: ReadonlyArray<BlockReason> = ['U', 'F', 'S', 'W']

export const block = async (year: SimulatedYear, borrower: TrueBorrower): Promise<void> => {
  const note = madeUpText('Spærret', nextNumber(year))
  const reason = year.random.pickOne(reasons)!
  const texts = { block: [{ text: note, kind: 'internalNote' } as const] }
  const at = metadataIn(year).at
  const command = ({ idFor }: UseCaseIds): BorrowerChange => ({
    ...{ type: 'BlockBorrower', borrower: borrower.id, block: idFor('block') as Ids.BlockId, reason, note, at },
  })
  const scope = idIn<Ids.BlockId>(await change(year, 'blocked', borrower, command, texts), 'block')
  if (scope !== undefined) borrower.blocks.set(scope, { reason, since: todayIn(year), note })
}

export const liftBlock = async (year: SimulatedYear, borrower: TrueBorrower): Promise<void> => {
  const [scope] = borrower.blocks.keys()
  if (scope === undefined) return
  const lifted = await change(year, 'block lifted', borrower, () => ({
    ...{ type: 'LiftBlock', borrower: borrower.id, block: scope },
  }))
  if (lifted.length === 0) return
  endWithNextMonth(year, scope)
  borrower.blocks.delete(scope)
}

/** Notes are written or replaced; one time in four they are removed. */
export const changeNotes = async (year: SimulatedYear, borrower: TrueBorrower): Promise<void> => {
  const n = nextNumber(year)
  const written = { internalNote: madeUpText('Intern', n), noteToBorrower: madeUpText('Til låner', n) }
  const isRemoved = borrower.notes !== null && year.random.withProbability(0.25)
  const notes = isRemoved ? { internalNote: null, noteToBorrower: null } : written
  const texts: ReadonlyArray<PersonalText> = [
    { text: written.internalNote, kind: 'internalNote' },
    { text: written.noteToBorrower, kind: 'noteToBorrower' },
  ]
  const command = ({ idFor }: UseCaseIds): BorrowerChange => ({
    ...{ type: 'ChangeNotes', borrower: borrower.id, note: idFor('note') as Ids.NoteId, notes },
  })
  const events = await change(year, isRemoved ? 'notes removed' : 'notes changed', borrower, command, { note: texts })
  const scope = idIn<Ids.NoteId>(events, 'note')
  if (scope === undefined) return
  endWithNextMonth(year, borrower.notes?.scope ?? null)
  borrower.notes = isRemoved ? null : { scope, notes }
}
