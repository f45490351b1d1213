import * as E from 'fp-ts/Either'
import type { DigitalPostSenderName } from '../../outside/digital-post/memo-document'
import type { EnvironmentVariables } from '../serving/token-verification'

/** The sender of mails to Digital Post that the environment names; undefined when it names none. Left: what is wrong. */
export const readDigitalPostSettings = ({
  DIGITAL_POST_SENDER: cvr,
  DIGITAL_POST_SENDER_NAME: name = '',
}: EnvironmentVariables): E.Either<string, DigitalPostSenderName | undefined> => {
  if (cvr === undefined) return E.right(undefined)
  if (!/^[0-9]{8}$/.test(cvr))
    return E.left('DIGITAL_POST_SENDER must be the CVR number of the authority that sends: eight digits.')
  if (name.trim() === '' || name.length > 256)
    return E.left('DIGITAL_POST_SENDER_NAME must be the name that recipients read as the sender, such as Biblioteket.')
  return E.right({ cvr, name })
}
