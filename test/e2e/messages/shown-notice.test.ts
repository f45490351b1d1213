import { staffUser } from '../../adapters/interfaces/http/with-http-server'
import { email, mailbox, withAnna } from './email-link-steps'

describe('the stream of a notice, as staff see it', () => {
  it('does not have the link that confirms an e-mail: nobody but the reader of the mail has it', () =>
    withAnna(async ({ library, anna }) => {
      const [link = ''] = await mailbox(library).links()
      const { body } = await library.send('GET', `/borrowers/${anna}/messages`, { as: staffUser })
      const notices: ReadonlyArray<{ readonly kind: string; readonly notice: string }> = body.notices
      const shown = await Promise.all(
        notices.map(({ notice }) => library.send('GET', `/streams/persons/notice-${notice}`, { as: staffUser })),
      )
      const mailed = shown[notices.findIndex(({ kind }) => kind === 'verifyEmail')]?.body.events[0].staff.notice
      expect(mailed).toMatchObject({ kind: 'verifyEmail', email, link: { withheld: 'notice' } })
      expect(JSON.stringify(shown.map((answer) => answer.body))).not.toContain(link.slice(-32))
      expect(shown.map((answer) => answer.body.events[0].staff.notice.link)).toContain(null)
    }))
})
