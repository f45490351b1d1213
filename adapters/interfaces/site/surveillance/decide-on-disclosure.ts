import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import type { HttpFailure } from '../../http/problems/http-failure'
import { httpRequestFailure } from '../../http/problems/http-request-failure'
import { emptyObjectCodec } from '../../http/codecs/object-codec'
import { discloseFootageRoute, FootageDisclosureBody } from '../../http/resources/video/video-request-routes'
import { decodeRequest } from '../../http/route/decode-request'
import { filledFields } from '../page/filled-fields'
import type { FormFields, FormRequest } from '../page/site-page'
import { toRequestPage } from './to-request-page'

const membersOfRequest = ['requestedBy', 'reason', 'caseNumber', 'basis'] as const

const requestOf = (recipient: string | undefined, fields: FormFields) => ({
  recipient,
  ...filledFields(fields, membersOfRequest),
})

type DisclosureForm = Pick<FormRequest, 'run' | 'params' | 'fields' | 'idempotencyKey'>

const send = ({ run, params, idempotencyKey }: DisclosureForm, body: object) =>
  pipe(run(discloseFootageRoute, { params, body, idempotencyKey }), TE.map(toRequestPage))

/** Checks a request of the police as the route does, and sends nothing: the request waits for a decision. */
export const checkRequestOfPolice = (fields: FormFields): TE.TaskEither<HttpFailure, FormFields> =>
  pipe(
    TE.fromEither(
      decodeRequest({ params: emptyObjectCodec, query: emptyObjectCodec, body: FootageDisclosureBody })({
        params: {},
        query: {},
        body: requestOf('police', fields),
      }),
    ),
    TE.mapLeft((failure): HttpFailure => failure),
    TE.map(() => filledFields(fields, membersOfRequest)),
  )

/** Sends a request of somebody other than the police, which is refused and recorded. */
export const sendRequestOfOthers = (form: DisclosureForm) =>
  send(form, requestOf(form.fields['recipient'], form.fields))

/** Both decisions on a checked request have one key. It belongs to the one that was sent first. */
const sendDecision = (form: DisclosureForm, body: object) =>
  pipe(
    send(form, body),
    TE.mapLeft((failure) =>
      failure._tag === 'KeyWasUsedForAnother' ? httpRequestFailure('DecisionIsSentAlready') : failure,
    ),
  )

/** Hands the copy out to the police, unless another decision was sent before. */
export const handOutCopy = (form: DisclosureForm) => sendDecision(form, requestOf('police', form.fields))

/**
 * Refuses a request of the police, unless another decision was sent before. A reason that is not written is sent as an empty
 * one, which the route refuses.
 */
export const refuseCopy = (form: DisclosureForm) =>
  sendDecision(form, { ...requestOf('police', form.fields), whyRefused: form.fields['whyRefused'] ?? '' })
