import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { tendCopy, type CopyHousekeeping } from '../../../../../domain/use-cases/copy'
import type { CopyId } from '../../../../../domain/values/ids'
import { desk } from '../../access/roles'
import type { Shape } from '../../codecs/shape'
import type { Failure } from '../../problems/failure'
import { answered, type Call } from '../../route/call'
import { command } from '../../route/define'
import type { Route } from '../../route/route'
import { CopyChanged, CopyPath } from './views'

interface Tending<B> {
  /** The last step of the path. */
  readonly step: string
  readonly name: string
  readonly about: string
  readonly body?: Shape<B>
  readonly make: (call: Call<{ readonly copy: CopyId }, unknown, B>) => CopyHousekeeping
}

/** A route by which staff tend a copy, in a way that touches nobody's standing. */
export const tending = <B>({ step, make, ...rest }: Tending<B>): Route =>
  command({
    ...rest,
    method: 'post',
    path: `/copies/:copy/${step}`,
    area: 'Collection',
    roles: desk,
    params: CopyPath,
    answer: CopyChanged,
    handle: (call) =>
      pipe(
        tendCopy(call.system.library)(call.params.copy, {
          at: call.system.library.desk.clock.now(),
          origin: call.origin,
        })(make(call)),
        TE.mapLeft((failure): Failure => failure),
        TE.map(() => answered({ copy: call.params.copy })),
      ),
  })
