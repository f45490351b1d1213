import { Router, type Request, type RequestHandler, type Response } from 'express'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { logNames, type LogName } from '../../../../domain/event/stream'
import { encodeNoteKey } from '../../../../retention/transparency/formats/note-key'
import { encodeSignedNote } from '../../../../retention/transparency/formats/signed-note'
import { decodeTilePath, type TileAddress } from '../../../../retention/transparency/formats/tile-path'
import type { TransparencyOperations } from '../../../processes/running-library/transparency-operations'
import { authenticateCaller } from '../access/authenticate-caller'
import { addAllowedRolesToFailure } from '../access/add-allowed-roles-to-failure'
import { administratorsAndAuditors } from '../access/caller-roles-of-routes'
import type { HttpFailure } from '../problems/http-failure'
import { httpRequestFailure } from '../problems/http-request-failure'
import type { HttpDependencies } from '../request-handling/http-dependencies'
import { sendProblem } from '../request-handling/send-problem'

/** What is served: text, or the bytes of a tile, which never change. */
type Served = string | Uint8Array

type Answer = TE.TaskEither<HttpFailure, Served>

const unknown: E.Either<HttpFailure, never> = E.left(httpRequestFailure('AddressIsUnknown'))

const orUnknown = <A>(found: A | undefined): E.Either<HttpFailure, A> =>
  found === undefined ? unknown : E.right(found)

const send =
  (response: Response, caching: string) =>
  (served: Served): void => {
    const type = typeof served === 'string' ? 'text/plain; charset=utf-8' : 'application/octet-stream'
    response.set('Content-Type', type).set('Cache-Control', caching)
    response.end(typeof served === 'string' ? served : Buffer.from(served))
  }

const serve =
  (answer: (request: Request) => Answer, caching: string): RequestHandler =>
  async (request, response) => {
    const served = await answer(request)()
    if (E.isLeft(served)) sendProblem(request, response)(served.left)
    else send(response, caching)(served.right)
  }

const unchanging = 'max-age=31536000, immutable'

/** Entries name streams and the order of events, so they are for those who may read the logs; hashes tell nothing. */
const requireReader = (settings: HttpDependencies) => {
  const route = { roles: administratorsAndAuditors }
  return (request: Request): TE.TaskEither<HttpFailure, unknown> =>
    pipe(
      authenticateCaller(settings, route)(request.headers.authorization),
      TE.mapLeft(addAllowedRolesToFailure(route, undefined)),
    )
}

/**
 * Serves the newest signed head of each log, the keys that verify heads, and the tiles of its tree (C2SP tlog-tiles): the
 * addresses are those of static files. Heads and hashes are for anybody; entries for auditors and administrators.
 */
export const createTransparencyRouter = (settings: HttpDependencies): Router => {
  const router = Router({ caseSensitive: true, strict: true })
  const checkReader = requireReader(settings)
  const withTrees = (answer: (transparency: TransparencyOperations) => Answer): Answer => {
    const { transparency } = settings.library
    return transparency === undefined ? TE.fromEither(unknown) : answer(transparency)
  }
  const checkpoint = (log: LogName): Answer =>
    withTrees(({ lastHead }) =>
      pipe(
        lastHead(log),
        TE.flatMapEither(orUnknown),
        TE.map(({ note }) => encodeSignedNote(note)),
      ),
    )
  const keys = (log: LogName): Answer =>
    withTrees((transparency) =>
      pipe(
        transparency.keys(log),
        TE.map((all) => all.map((key) => `${encodeNoteKey(key)}\n`).join('')),
      ),
    )
  const tile = (log: LogName, address: TileAddress): Answer =>
    withTrees((transparency) => pipe(transparency.tile(log, address), TE.flatMapEither(orUnknown)))
  for (const log of logNames) {
    const path = `/transparency/${log}`
    router.get(
      `${path}/checkpoint`,
      serve(() => checkpoint(log), 'no-cache'),
    )
    router.get(
      `${path}/keys`,
      serve(() => keys(log), 'no-cache'),
    )
    const serveTile = (isEntries: boolean, caching: string): RequestHandler =>
      serve((request) => {
        const address = decodeTilePath(request.path.slice(path.length + 1))
        if (E.isLeft(address)) return TE.fromEither(unknown)
        const answer = tile(log, address.right)
        return isEntries
          ? pipe(
              checkReader(request),
              TE.flatMap(() => answer),
            )
          : answer
      }, caching)
    router.get(new RegExp(`^${path}/tile/entries/`), serveTile(true, `private, ${unchanging}`))
    router.get(new RegExp(`^${path}/tile/[0-9]`), serveTile(false, `public, ${unchanging}`))
  }
  return router
}
