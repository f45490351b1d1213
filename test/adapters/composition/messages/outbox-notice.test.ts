import * as TE from 'fp-ts/TaskEither'
import { outboxNotice } from '../../../../adapters/composition/messages/outbox-notice'
import type { MessageSender } from '../../../../domain/ports/message-sender'

const sender: MessageSender = { send: () => TE.right(undefined) }

describe('a service in production', () => {
  const notice = (senders: Parameters<typeof outboxNotice>[1]['senders']) =>
    outboxNotice({ NODE_ENV: 'production' }, { senders })

  it('says whom no message reaches', () => {
    expect(notice({})).toContain('no mail server (SMTP_SERVER) and no SMS gateway (SMS_GATEWAY)')
    expect(notice({ email: sender })).toContain('without an e-mail address')
    expect(notice({ sms: sender })).toContain('without a mobile number')
  })

  it('says nothing when there are a mail server and a gateway, nor does a trial', () => {
    expect(notice({ email: sender, sms: sender })).toBeUndefined()
    expect(outboxNotice({}, { senders: {} })).toBeUndefined()
  })
})
