import * as t from 'io-ts'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { EventAddress } from '../../../../../domain/event/stream'
import { CertificateId } from '../../../../../domain/values/ids'
import type { RunningLibrary } from '../../../../processes/running-library/running-library'
import type { EventProof } from '../../../../processes/transparency/prove-event'
import { administratorsAndAuditors } from '../../access/caller-roles-of-routes'
import { LogNameCodec } from '../../codecs/log-name-codec'
import { listCodec } from '../../codecs/nullable-and-list'
import { objectCodec } from '../../codecs/object-codec'
import { StreamNameInPath } from '../../codecs/text-pattern-codecs'
import { CountCodec } from '../../codecs/whole-number-codec'
import type { HttpFailure } from '../../problems/http-failure'
import { httpRequestFailure } from '../../problems/http-request-failure'
import { defineReadRoute } from '../../route/define-route'
import { answerWithBody, type RouteAnswer } from '../../route/route-handler'
import type { TextRepresentation } from '../../route/text-representation'
import { RevisionOfStream } from '../replays/replay-codecs'

const EventProofAnswer = objectCodec('EventProof', {
  log: LogNameCodec,
  index: CountCodec,
  size: CountCodec,
  witnesses: listCodec(t.string),
  open: t.string,
  proof: t.string,
})
type EventProofAnswer = t.TypeOf<typeof EventProofAnswer>

const proofAsText: TextRepresentation<EventProofAnswer> = {
  mediaType: 'text/plain',
  fileNameEnding: '.tlog-proof',
  description: 'The proof alone, for a file whose name ends with .tlog-proof',
  write: ({ proof }) => proof,
}

const toAnswer = ({ text, ...proof }: EventProof): RouteAnswer<EventProofAnswer> =>
  answerWithBody({ ...proof, proof: text })

const prove = (
  { transparency }: Pick<RunningLibrary, 'transparency'>,
  place: EventAddress,
): TE.TaskEither<HttpFailure, RouteAnswer<EventProofAnswer>> =>
  transparency === undefined
    ? TE.left(httpRequestFailure('EventIsNotSigned'))
    : pipe(transparency.prove(place), TE.map(toAnswer))

const described = {
  tag: 'Administration',
  roles: administratorsAndAuditors,
  answer: EventProofAnswer,
  textRepresentations: [proofAsText],
} as const

export const readCertificateProofRoute = defineReadRoute({
  ...described,
  path: '/certificates/:certificate/proof',
  name: 'readCertificateProof',
  summary:
    'Read the proof that a certificate is in its log, under the newest signed head and its cosignatures (C2SP tlog-proof)',
  headers: ['Content-Disposition'],
  params: objectCodec('CertificateProofPath', { certificate: CertificateId }),
  handle: ({ params: { certificate }, library }) =>
    pipe(
      TE.fromTask<EventAddress | undefined, HttpFailure>(() => library.certificates.place(certificate)),
      TE.flatMap((place) =>
        place === undefined ? TE.left(httpRequestFailure('CertificateIsUnknown')) : prove(library, place),
      ),
      TE.map((answer) => ({ ...answer, fileName: `certificate-${certificate}-proof.json` })),
    ),
})

export const readEventProofRoute = defineReadRoute({
  ...described,
  path: '/transparency/:log/proof/:stream/:revision',
  name: 'readEventProof',
  summary:
    'Read the proof that an event is in its log, under the newest signed head and its cosignatures (C2SP tlog-proof)',
  params: objectCodec('EventProofPath', { log: LogNameCodec, stream: StreamNameInPath, revision: RevisionOfStream }),
  handle: ({ params: { log, stream, revision }, library }) =>
    prove(library, { log, stream, revision: Number(revision) }),
})
