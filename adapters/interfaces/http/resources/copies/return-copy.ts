import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { returnCopy as takeBack } from '../../../../../domain/use-cases/return-copy'
import { BranchId } from '../../../../../domain/values/ids'
import { Instant } from '../../../../../domain/values/instant'
import { deskAndMachines } from '../../access/roles'
import { shape } from '../../codecs/shape'
import { actedAt } from '../../edge/acted-at'
import type { Failure } from '../../problems/failure'
import { answered } from '../../route/call'
import { command } from '../../route/define'
import { CopyChanged, CopyPath } from './views'

const AtBranch = shape('ReturnCopy', { branch: BranchId }, { actedAt: Instant })

export const returnCopy = command({
  method: 'post',
  path: '/copies/:copy/return',
  name: 'returnCopy',
  about: 'Take a copy back (aflevering); never refused for a copy that the library knows',
  area: 'Loans',
  roles: deskAndMachines,
  params: CopyPath,
  body: AtBranch,
  answer: CopyChanged,
  handle: (call) =>
    pipe(
      TE.fromEither(actedAt(call)(call.body.actedAt)),
      TE.chain((acted): TE.TaskEither<Failure, unknown> =>
        takeBack(call.system.library)({ ...acted, copy: call.params.copy, branch: call.body.branch }),
      ),
      TE.map(() => answered({ copy: call.params.copy })),
    ),
})
