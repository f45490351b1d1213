import type { RunningLibrary } from '../../../adapters/processes/running-library/running-library'
import type { ChildReport } from '../start-child'
import type { KeyedRequest } from '../keyed-request'
import type { RequestOutcome } from '../request-outcome'
import { sendRequest } from '../send-request'
import { acknowledgedRequests, isSamePosition } from './acknowledged-requests'

interface SentRequest {
  readonly request: KeyedRequest
  readonly outcome: RequestOutcome
}

const sendAll = (system: RunningLibrary, requests: ReadonlyArray<KeyedRequest>): Promise<ReadonlyArray<SentRequest>> =>
  Promise.all(requests.map(async (request) => ({ request, outcome: await sendRequest(system)(request)() })))

const hadEffect = ({ outcome }: SentRequest): boolean => outcome._tag === 'Done' && outcome.position !== null

const sameAnswer = (first: RequestOutcome, again: RequestOutcome): boolean =>
  first._tag === 'Done' &&
  again._tag === 'Done' &&
  again.repeated &&
  isSamePosition(first, again.position) &&
  again.revision === first.revision

/** Sends the requests that had an effect again. Returns those that do not answer with their first result. */
const findChangedAnswers = async (
  system: RunningLibrary,
  sent: ReadonlyArray<SentRequest>,
): Promise<ReadonlyArray<string>> => {
  const first = sent.filter(hadEffect)
  const again = await sendAll(
    system,
    first.map(({ request }) => request),
  )
  return first.flatMap(({ request, outcome }, index) => {
    const answer = again[index]?.outcome ?? outcome
    return sameAnswer(outcome, answer)
      ? []
      : [`${request.action.kind} ${request.key}: ${JSON.stringify([outcome, answer])}`]
  })
}

/** Sends the acknowledged requests again: each must answer with its first result. */
export const resendAcknowledged = (system: RunningLibrary, report: ChildReport): Promise<ReadonlyArray<string>> =>
  findChangedAnswers(system, acknowledgedRequests(report))

/** Sends the unanswered requests, as a caller without an answer does, and then once more, which must change nothing. */
export const resendUnanswered = async (
  system: RunningLibrary,
  { requests, outcomes }: ChildReport,
): Promise<ReadonlyArray<string>> => {
  const sent = await sendAll(
    system,
    requests.filter(({ key }) => !outcomes.has(key)),
  )
  const failed = sent.flatMap(({ outcome }) => (outcome._tag === 'Failed' ? [outcome.why] : []))
  return [...failed, ...(await findChangedAnswers(system, sent))]
}
