import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { copyAggregate } from '../copy/aggregate'
import type { CopyEvent } from '../copy/copy-event'
import type { CopyCommand } from '../copy/decide'
import type { CopyRefusal } from '../copy/refusal'
import { handle } from '../handling/handle'
import type { CopyId } from '../language/ids'
import type { Answer } from './answer'
import { idsOf } from './ids'
import type { Library } from './library'
import type { Acted } from './origin'

/** What is done to a copy and touches nobody's standing. */
export type CopyHousekeeping = Extract<
  CopyCommand,
  { readonly type: 'Acquire' | 'Arrive' | 'Send' | 'Find' | 'Withdraw' }
>

/** Carries out a command to a copy that needs nobody's gate. */
export const tendCopy =
  (library: Library) =>
  (copy: CopyId, acted: Acted) =>
  (command: CopyHousekeeping): Answer<CopyRefusal, CopyEvent> =>
    pipe(
      idsOf(library)(acted),
      TE.chainW(({ cause }) => handle(library.desk)(copyAggregate(library.policy))(copy, cause)(command)),
    )
