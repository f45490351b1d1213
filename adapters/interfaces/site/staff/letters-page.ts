import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import { LettersView, type LettersProps, type LetterToPrint } from '../../pages/staff-lists/letters-view'
import { staffListsTexts as texts } from '../../pages/staff-lists/staff-lists-texts'
import { branchName } from '../../http/resources/policy/branch-name'
import type { HttpFailure } from '../../http/problems/http-failure'
import {
  confirmGuardianPaperDestroyedRoute,
  listGuardianPapersRoute,
} from '../../http/resources/guardians/guardian-paper-routes'
import { listLettersRoute, printLetterRoute } from '../../http/resources/messages/letter-routes'
import { listUndeliveredMessagesRoute } from '../../http/resources/messages/list-undelivered-messages-route'
import { listNoticeLettersRoute, printNoticeRoute } from '../../http/resources/messages/notice-letter-routes'
import { contactsInForce } from '../page/contacts-in-force'
import { defineStaffPage, type StaffRequest } from './define-staff-page'
import { unlessWithheld } from './open-record'

const path = '/skranke/breve'

type Addressed = Omit<LetterToPrint, 'id' | 'form'>

const toLetter =
  (form: LetterToPrint['form']) =>
  (id: string, { number, name, careOf, address, subject, text }: Addressed): LetterToPrint => ({
    ...{ id, form, number, subject, text },
    ...{ name: unlessWithheld(name), careOf: unlessWithheld(careOf), address: unlessWithheld(address) },
  })

/** The first page of each list: what is done leaves it, and the rest moves up. */
const readLetters = (request: StaffRequest): TE.TaskEither<HttpFailure, LettersProps> =>
  pipe(
    TE.Do,
    TE.bind('messages', () => request.run(listLettersRoute)),
    TE.bind('notices', () => request.run(listNoticeLettersRoute)),
    TE.bind('failed', () => request.run(listUndeliveredMessagesRoute)),
    TE.bind('papers', () => request.run(listGuardianPapersRoute)),
    TE.map(({ messages, notices, failed, papers }) => ({
      sender: contactsInForce(request.library).controller,
      today: request.library.useCaseDependencies.commandHandling.clock.today(),
      letters: [
        ...messages.body.letters.map((letter) => toLetter('letterPrinted')(letter.message, letter)),
        ...notices.body.letters.map((letter) => toLetter('noticePrinted')(letter.notice, letter)),
      ],
      undelivered: failed.body.messages,
      papers: papers.body.papers.map(({ guardian, month, branch, child, destroyBy }) => ({
        ...{ guardian, month, branch: branchName(request.library)(branch), childNumber: child.number, destroyBy },
      })),
    })),
  )

/** What the desk prints, what could not be sent, and which papers it destroys. */
export const lettersPage = defineStaffPage<LettersProps>({
  path,
  title: texts.lettersTitle,
  read: readLetters,
  view: LettersView,
  forms: {
    letterPrinted: ({ run, fields, idempotencyKey }) =>
      pipe(
        run(printLetterRoute, { params: { message: fields['of'] }, idempotencyKey }),
        TE.map(() => ({ to: path, done: 'printed' })),
      ),
    noticePrinted: ({ run, fields, idempotencyKey }) =>
      pipe(
        run(printNoticeRoute, { params: { notice: fields['of'] }, idempotencyKey }),
        TE.map(() => ({ to: path, done: 'printed' })),
      ),
    destroyed: ({ run, fields, idempotencyKey }) =>
      pipe(
        run(confirmGuardianPaperDestroyedRoute, { params: { guardian: fields['of'] }, idempotencyKey }),
        TE.map(() => ({ to: path, done: 'destroyed' })),
      ),
  },
  doneTexts: { printed: texts.printedDone, destroyed: texts.destroyedDone },
})
