import type { ComponentChildren, JSX } from 'preact'
import { ForgottenDay } from '../formatting/forgotten-day'
import { Text, useText } from '../layout/page-frame'
import { messageValueTexts } from '../personal-data/message-value-texts'
import { ValueList, type NamedValue } from '../tables/value-list'
import type { ShownMessage, ShownNotice } from './messages'
import { messagesTexts as texts } from './messages-texts'

/** The text of a value that is one of a few; the value itself when the table has none. */
const ValueText = ({ member, value }: { readonly member: string; readonly value: string }): JSX.Element => {
  const text = messageValueTexts[member]?.[value]
  return text === undefined ? <>{value}</> : <Text of={text} />
}

/** What a message is about, as a heading says it. */
export const AboutText = ({ kind }: { readonly kind: string }): JSX.Element => <ValueText member="about" value={kind} />

interface MessageSectionProps {
  readonly id: string
  readonly message: ShownMessage | ShownNotice
  /** When it was written. */
  readonly written: NamedValue
}

const Content = ({ message: { text, subject } }: Pick<MessageSectionProps, 'message'>): JSX.Element | null => {
  if (text === null)
    return subject === null ? null : (
      <p>
        <Text of={texts.noText} />
      </p>
    )
  return (
    <details>
      <summary>
        <Text of={texts.text} />
        {subject === null ? null : <span class="sr-only"> {subject}</span>}
      </summary>
      <p class="message-text">{text}</p>
    </details>
  )
}

const whenKnown = (member: string, value: string | null): ComponentChildren =>
  value === null ? null : <ValueText member={member} value={value} />

/** A message: when it was written, how and to which address it was sent, what it says, and when it is forgotten. */
export const MessageSection = ({ id, message, written }: MessageSectionProps): JSX.Element => {
  const text = useText()
  const { kind, state, channel, sentTo, failure, subject, forgottenOn } = message
  const outcome = state === 'noContactInformation' ? 'failed' : state
  return (
    <section>
      <h3 id={id}>{subject ?? text(messageValueTexts['about']?.[kind] ?? { da: kind, en: kind })}</h3>
      <ValueList
        values={[
          { name: texts.about, value: <AboutText kind={kind} /> },
          written,
          { name: texts.state, value: <ValueText member="outcome" value={outcome} /> },
          { name: texts.failure, value: whenKnown('failure', failure) },
          { name: texts.sentBy, value: whenKnown('channel', channel) },
          { name: texts.sentTo, value: sentTo },
          { name: texts.forgotten, value: <ForgottenDay day={forgottenOn} /> },
        ]}
      />
      <Content message={message} />
    </section>
  )
}
