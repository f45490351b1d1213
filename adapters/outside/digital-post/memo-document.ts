import { h, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { DigitalPostMail } from '../../../domain/ports/digital-post'

/** The authority that sends, as Digital Post knows it. */
export interface DigitalPostSenderName {
  /** The CVR number: eight digits. */
  readonly cvr: string
  /** What the recipient reads as the sender, such as `Aalborg Bibliotekerne`. */
  readonly name: string
}

/** An element of MeMo. The renderer escapes what it holds. */
const element = (name: string, ...content: ReadonlyArray<VNode | string>): VNode => h(`memo:${name}`, null, ...content)

const header = ({ reference, cpr, subject }: DigitalPostMail, { cvr, name }: DigitalPostSenderName): VNode =>
  element(
    'MessageHeader',
    element('messageType', 'DIGITALPOST'),
    element('messageUUID', reference),
    element('label', subject),
    element('mandatory', 'false'),
    // In Digital Post this is service of process (forkyndelse), which a library does not need.
    element('legalNotification', 'false'),
    element('Sender', element('senderID', cvr), element('idType', 'CVR'), element('label', name)),
    element('Recipient', element('recipientID', cpr), element('idType', 'CPR')),
  )

/** The text is a file of the main document. The time of making is the beginning of the day: no finer one leaves the library. */
const body = ({ text, language, sentOn }: DigitalPostMail): VNode =>
  element(
    'MessageBody',
    element('createdDateTime', `${sentOn}T00:00:00Z`),
    element(
      'MainDocument',
      element(
        'File',
        element('encodingFormat', 'text/plain'),
        element('filename', language === 'da' ? 'Brev.txt' : 'Letter.txt'),
        element('language', language),
        element('content', Buffer.from(text, 'utf8').toString('base64')),
      ),
    ),
  )

/**
 * A mail in MeMo (meddelelsesmodel), version 1.1: the form in which Digital Post takes messages of authorities. Published
 * by the Danish Agency for Digital Government at https://digitaliser.dk/digital-post/vejledninger/memo.
 */
export const memoDocument = (sender: DigitalPostSenderName, mail: DigitalPostMail): string => {
  const namespace = { 'xmlns:memo': 'https://DigitalPost.dk/MeMo-1', memoVersion: '1.1', memoSchVersion: '1.1.0' }
  const message = h('memo:Message', namespace, header(mail, sender), body(mail))
  return `<?xml version="1.0" encoding="UTF-8"?>\n${renderToString(message)}\n`
}
