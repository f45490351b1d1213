import { h, type JSX } from 'preact'

/** The view of a page that answers a form at once with something else than it reads. */
export const viewOfEither =
  <A extends object, B extends object>(
    isAnswer: (content: A | B) => content is A,
    viewOfAnswer: (answer: A) => JSX.Element,
    view: (content: B) => JSX.Element,
  ) =>
  (content: A | B): JSX.Element =>
    isAnswer(content) ? h(viewOfAnswer, content) : h(view, content)
