import type { JSX } from 'preact'
import { DayText } from '../formatting/day-text'
import { ForgottenDay } from '../formatting/forgotten-day'
import { formatMonth } from '../formatting/format-times'
import { Text, useFrame, useHref } from '../layout/page-frame'
import { DataTable } from '../tables/data-table'
import { AboutText, MessageSection } from './message-section'
import type { Messages } from './messages'
import { messagesTexts as texts } from './messages-texts'

const MessageCounts = ({ months }: Pick<Messages, 'months'>): JSX.Element | null => {
  const { language } = useFrame()
  return months.length === 0 ? null : (
    <section>
      <h2 id="counts">
        <Text of={texts.counts} />
      </h2>
      <p>
        <Text of={texts.countsText} />
      </p>
      <DataTable
        caption={texts.counts}
        columns={[
          { heading: texts.month, cell: ({ month }) => formatMonth(language, month) },
          {
            heading: texts.kinds,
            cell: ({ counts }) =>
              counts.map(({ about, times }) => (
                <div>
                  {times} × <AboutText kind={about} />
                </div>
              )),
          },
          { heading: texts.forgotten, cell: ({ forgottenOn }) => <ForgottenDay day={forgottenOn} /> },
        ]}
        rows={months}
        empty={texts.noMessages}
      />
    </section>
  )
}

const Notices = ({ notices }: Pick<Messages, 'notices'>): JSX.Element | null => {
  const { language } = useFrame()
  return notices.length === 0 ? null : (
    <section>
      <h2 id="notices">
        <Text of={texts.notices} />
      </h2>
      {notices.map((notice) => (
        <MessageSection
          id={`notice-${notice.notice}`}
          message={notice}
          written={{ name: texts.madeIn, value: formatMonth(language, notice.madeIn) }}
        />
      ))}
    </section>
  )
}

/** The messages to a borrower, each with the day on which it is forgotten. */
export const MessagesView = ({ messages, notices, months, next }: Messages): JSX.Element => {
  const href = useHref()
  return (
    <>
      <section>
        <h2 id="messages">
          <Text of={texts.messages} />
        </h2>
        {messages.length === 0 ? (
          <p>
            <Text of={texts.noMessages} />
          </p>
        ) : null}
        {messages.map((message) => (
          <MessageSection
            id={`message-${message.message}`}
            message={message}
            written={{ name: texts.madeOn, value: <DayText day={message.madeOn} /> }}
          />
        ))}
        {next === null ? null : (
          <p>
            <a href={href(`/mit/beskeder?efter=${next}`)}>
              <Text of={texts.older} />
            </a>
          </p>
        )}
      </section>
      <Notices notices={notices} />
      <MessageCounts months={months} />
    </>
  )
}
