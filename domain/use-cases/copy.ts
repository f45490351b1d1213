import { copyAggregate } from '../copy/aggregate'
import type { CopyEvent } from '../copy/copy-event'
import type { CopyCommand } from '../copy/decide'
import type { CopyRefusal } from '../copy/refusal'
import { addressOf } from '../command-handling/aggregate'
import { handle } from '../command-handling/handle'
import type { CopyId } from '../values/ids'
import type { Answer } from './answer'
import type { Library } from './library'
import type { Acted } from './origin'
import { withIds } from './under-key'

/** What is done to a copy and touches nobody's standing. */
export type CopyHousekeeping = Extract<
  CopyCommand,
  { readonly type: 'Acquire' | 'Arrive' | 'Send' | 'Find' | 'Withdraw' }
>

/** Carries out a command to a copy that needs nobody's gate. */
export const tendCopy =
  (library: Library) =>
  (copy: CopyId, acted: Acted) =>
  (command: CopyHousekeeping): Answer<CopyRefusal, CopyEvent> => {
    const aggregate = copyAggregate(library.policy)
    return withIds(library)(acted, () => addressOf(aggregate)(copy))(({ cause }) =>
      handle(library.desk)(aggregate)(copy, cause)(command),
    )
  }
