import type { BlockReason } from '../../../domain/policy/block-reason'
import type { BorrowerChange } from '../../../domain/use-cases/change-borrower'
import type { UseCaseIds } from '../../../domain/use-cases/repeatable-ids-of-use-case'
import type * as Ids from '../../../domain/values/ids'
import type { PersonalText, TrueBorrower } from '../ground-truth/ground-truth'
import { metadataIn, nextNumber, todayIn, type SimulatedYear } from '../simulated-year'
import { change, idIn, endWithNextMonth } from './change-borrower'
import { madeUpText } from './made-up-people'

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
