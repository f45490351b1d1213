import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as E from 'fp-ts/Either'
import { readMessageSettings } from '../../../../adapters/composition/messages/read-message-settings'

describe('the variables of messages', () => {
  let folder = ''
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'settings-'))))
  afterEach(() => rmSync(folder, { recursive: true }))

  const secret = (text: string, mode = 0o600): string => {
    const file = path.join(folder, 'secret')
    writeFileSync(file, text)
    chmodSync(file, mode)
    return file
  }
  const sendersOf = (environment: Record<string, string>) =>
    E.map(({ senders }: { readonly senders: object }) => Object.keys(senders).sort())(readMessageSettings(environment))

  it('may all be left out: then every message goes to the outbox folder', () => {
    expect(sendersOf({})).toEqual(E.right([]))
  })

  it('name a mail server and a gateway', () => {
    const file = secret('hemmelig')
    const smtp = { SMTP_SERVER: 'mail.example.dk:587', MAIL_FROM: 'bibliotek@example.dk' }
    const sms = { SMS_GATEWAY: 'https://gatewayapi.eu', SMS_SENDER: 'Biblioteket', SMS_TOKEN_FILE: file }
    expect(sendersOf(smtp)).toEqual(E.right(['email']))
    expect(sendersOf({ ...smtp, SMTP_USER: 'bibliotek', SMTP_PASSWORD_FILE: file, ...sms })).toEqual(
      E.right(['email', 'sms']),
    )
  })

  const smtp = { SMTP_SERVER: 'mail.example.dk:587', MAIL_FROM: 'bibliotek@example.dk' }
  const sms = { SMS_GATEWAY: 'https://gatewayapi.eu', SMS_SENDER: 'Biblioteket', SMS_TOKEN_FILE: '/ikke' }
  it.each([
    [
      { SMTP_SERVER: 'mail.example.dk' },
      'SMTP_SERVER is mail.example.dk: write the name of the mail server and its port',
    ],
    [{ SMTP_SERVER: 'mail.example.dk:587' }, 'MAIL_FROM must be the address that messages come from'],
    [{ ...smtp, SMTP_USER: 'bibliotek' }, 'SMTP_USER and SMTP_PASSWORD_FILE belong together'],
    [
      { ...smtp, SMTP_USER: 'b', SMTP_PASSWORD_FILE: '/ikke' },
      'The file that SMTP_PASSWORD_FILE names, /ikke, is missing',
    ],
    [{ ...smtp, SMTP_CA: '/ikke' }, 'The file of certificates that SMTP_CA names, /ikke, cannot be read'],
    [
      { ...sms, SMS_GATEWAY: 'http://gatewayapi.eu' },
      'SMS_GATEWAY is http://gatewayapi.eu: it must begin with https://',
    ],
    [{ ...sms, SMS_SENDER: 'Et meget langt navn' }, 'SMS_SENDER must be the sender that telephones show'],
    [sms, 'The file that SMS_TOKEN_FILE names, /ikke, is missing'],
    [{ DIGITAL_POST_SENDER: '1234567' }, 'DIGITAL_POST_SENDER must be the CVR number of the authority that sends'],
    [{ DIGITAL_POST_SENDER: '12345678' }, 'DIGITAL_POST_SENDER_NAME must be the name that recipients read'],
    [{ MESSAGE_TEMPLATES: '/ikke' }, 'The folder of message templates, /ikke, cannot be read.'],
  ])('that are wrong are refused with what to do: %j', (environment, problem) => {
    expect(sendersOf(environment)).toEqual(E.left(expect.stringContaining(problem)))
  })

  it('name no file with a secret that others can read', () => {
    const file = secret('hemmelig', 0o644)
    expect(sendersOf({ ...smtp, SMTP_USER: 'b', SMTP_PASSWORD_FILE: file })).toEqual(
      E.left(expect.stringContaining('give it mode 0600')),
    )
  })
})
