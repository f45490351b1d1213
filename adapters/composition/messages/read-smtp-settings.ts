import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { SmtpSettings } from '../../outside/messages/create-smtp-sender'
import type { EnvironmentVariables } from '../serving/token-verification'
import { readSecretFile } from './read-secret-file'

const serverForm = /^(?<host>[^\s:/]+):(?<port>[0-9]{1,5})$/
const addressForm = /^[^\s@<>]+@[^\s@<>]+$/

const readServer = (text: string): E.Either<string, Pick<SmtpSettings, 'host' | 'port'>> => {
  const { host, port } = serverForm.exec(text)?.groups ?? {}
  return host === undefined || Number(port) < 1 || Number(port) > 65_535
    ? E.left(`SMTP_SERVER is ${text}: write the name of the mail server and its port, such as mail.example.dk:587.`)
    : E.right({ host, port: Number(port) })
}

const readSender = ({ MAIL_FROM: from = '' }: EnvironmentVariables): E.Either<string, Pick<SmtpSettings, 'from'>> =>
  addressForm.test(from)
    ? E.right({ from })
    : E.left('MAIL_FROM must be the address that messages come from, such as bibliotek@example.dk.')

const readAuth = (environment: EnvironmentVariables): E.Either<string, Pick<SmtpSettings, 'auth'>> => {
  const { SMTP_USER: user, SMTP_PASSWORD_FILE: file } = environment
  if (user === undefined && file === undefined) return E.right({})
  if (user === undefined || file === undefined)
    return E.left('SMTP_USER and SMTP_PASSWORD_FILE belong together: set both, or neither.')
  return E.map((pass: string) => ({ auth: { user, pass } }))(readSecretFile('SMTP_PASSWORD_FILE', file))
}

const readCa = ({ SMTP_CA: file }: EnvironmentVariables): E.Either<string, Pick<SmtpSettings, 'ca'>> => {
  if (file === undefined) return E.right({})
  return E.tryCatch(
    () => ({ ca: readFileSync(file, 'utf8') }),
    () => `The file of certificates that SMTP_CA names, ${file}, cannot be read.`,
  )
}

/** The mail server that the environment names; undefined when it names none. Left: what is wrong, and what to do. */
export const readSmtpSettings = (environment: EnvironmentVariables): E.Either<string, SmtpSettings | undefined> => {
  const { SMTP_SERVER: server } = environment
  if (server === undefined) return E.right(undefined)
  return pipe(
    E.Do,
    E.bind('server', () => readServer(server)),
    E.bind('sender', () => readSender(environment)),
    E.bind('auth', () => readAuth(environment)),
    E.bind('ca', () => readCa(environment)),
    E.map((read) => ({ ...read.server, ...read.sender, ...read.auth, ...read.ca })),
  )
}
