import * as TE from 'fp-ts/TaskEither'
import { outboxNotice } from '../../../../adapters/composition/messages/outbox-notice'
import type { MessageSender } from '../../../../domain/ports/message-sender'

const sender: MessageSender = { send: () => TE.right(undefined) }

describe('a service in production', () => {
  const notice = (senders: Parameters<typeof outboxNotice>[1]['senders']) =>
    outboxNotice({ NODE_ENV: 'production' }, { senders })

  it('says which messages reach nobody', () => {
    expect(notice({})).toContain('no mail server (SMTP_SERVER) and no SMS gateway (SMS_GATEWAY)')
    expect(notice({ email: sender })).not.toContain('SMTP_SERVER')
  })

  it('says nothing when there are a mail server and a gateway, nor does a trial', () => {
    expect(notice({ email: sender, sms: sender })).toBeUndefined()
    expect(outboxNotice({}, { senders: {} })).toBeUndefined()
  })
})
